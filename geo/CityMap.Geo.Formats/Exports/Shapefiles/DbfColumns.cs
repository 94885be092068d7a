using System.Globalization;
using System.Text;
using CityMap.Geo.Layers;
using NetTopologySuite.IO.Esri.Dbf.Fields;

namespace CityMap.Geo.Formats.Exports.Shapefiles;

/// <summary>The columns of an attribute table: the id, then every field, no wider than their values. Counts what did not fit.</summary>
/// <param name="survey">What the values need.</param>
internal sealed class DbfColumns(LayerSurvey survey)
{
    /// <summary>The widest text, bytes.</summary>
    public const int WidestText = 254;

    /// <summary>The widest number, characters.</summary>
    private const int WidestNumber = 19;

    private const int TimeWidth = 27;

    private readonly int[] _cut = new int[survey.Fields.Count + 1];

    /// <summary>The names of the fields, cut.</summary>
    public IReadOnlyList<string> Names { get; } = DbfNames.Cut(survey.Fields.Select(field => field.Name), "id");

    /// <summary>How many values of a field were shortened, or left out because they have too many digits.</summary>
    public int CutOf(int field) => _cut[field];

    /// <summary>True when the numbers of a field keep twelve digits and an exponent.</summary>
    public bool HasExponent(int field) => survey.NeedsExponent(field);

    /// <summary>How many ids were shortened.</summary>
    public int CutIds => _cut[^1];

    /// <summary>New columns, for one file.</summary>
    public DbfField[] Make() =>
    [
        new DbfCharacterField("id", Math.Min(survey.IdWidth, WidestText)),
        .. survey.Fields.Select((field, i) => Make(field.Type, Names[i], survey.WidthOf(i), survey.NeedsExponent(i))),
    ];

    /// <summary>Puts a feature's values into columns made here.</summary>
    public void Fill(IReadOnlyList<DbfField> columns, Feature feature)
    {
        columns[0].Value = Fit(feature.Id, columns[0].Length, _cut.Length - 1);
        for (var i = 0; i < survey.Fields.Count; i++)
        {
            columns[i + 1].Value = feature[survey.Fields[i].Name] switch
            {
                string text => Fit(text, columns[i + 1].Length, i),
                long whole => Fit(whole, columns[i + 1].Length, i),
                double real => survey.NeedsExponent(i) ? real : Fit(real, i),
                DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
                var other => other,
            };
        }
    }

    private static DbfField Make(FieldType type, string name, int width, bool exponent) => type switch
    {
        FieldType.Integer => new DbfNumericInt64Field(name, Math.Min(width, WidestNumber)),
        FieldType.Real when exponent => new DbfFloatField(name),
        FieldType.Real => new DbfNumericDoubleField(name),
        FieldType.Boolean => new DbfLogicalField(name),
        FieldType.Timestamp => new DbfCharacterField(name, TimeWidth),
        _ => new DbfCharacterField(name, Math.Min(width, WidestText)),
    };

    // Never within a letter.
    private string Fit(string text, int width, int column)
    {
        if (Encoding.UTF8.GetByteCount(text) <= width) return text;
        _cut[column]++;
        var (kept, bytes) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > width) break;
            bytes += rune.Utf8SequenceLength;
            kept += rune.Utf16SequenceLength;
        }

        return text[..kept];
    }

    private long? Fit(long whole, int width, int column)
    {
        if (whole.ToString(CultureInfo.InvariantCulture).Length <= width) return whole;
        _cut[column]++;
        return null;
    }

    // The library writes fifteen digits; a number that is too long even so loses some more.
    private double? Fit(double real, int column)
    {
        if (!double.IsFinite(real)) return null;
        if (Width(real) <= WidestNumber) return real;
        _cut[column]++;
        for (var digits = 16; digits > 1; digits--)
        {
            var rounded = double.Parse(real.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (Width(rounded) <= WidestNumber) return rounded;
        }

        return null;
    }

    private static int Width(double real) => real.ToString(CultureInfo.InvariantCulture).Length;
}
