using System.Globalization;
using CityMap.Geo.Areas;
using CityMap.Geo.Formats.Csv;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Problems;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Areas;

/// <summary>Reads the areas of an edition from a file in any format that imports read. One area that cannot be used refuses all of them.</summary>
internal sealed class EditionReader(EditionOptions options)
{
    private const int MostAreas = 20_000;
    private const int MostRemarks = 100;

    private static readonly string[] CodeNames = ["code", "ma", "maxa", "madvhc", "mahanhchinh"];
    private static readonly string[] ViNames = ["fullname", "namevi", "tendaydu", "name", "ten", "tenxa"];
    private static readonly string[] EnNames = ["fullnameen", "nameen", "tentienganh"];

    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);

    /// <summary>The areas, in the order of the file.</summary>
    public List<Area> Areas { get; } = [];

    /// <summary>What a person may want to look at.</summary>
    public List<EditionRemark> Warnings { get; } = [];

    /// <summary>Reads.</summary>
    /// <exception cref="ProblemException"><c>import_failed</c>: the file cannot be read, or a line of it is no area.</exception>
    public async Task ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var uploaded = new Source(path, options.FileName, new());
            var (format, source) = await SourceFormats.RecogniseAsync(uploaded, options.Format, cancellationToken);
            using var read = source;
            await foreach (var item in format.ReadAsync(source, cancellationToken)) Take(item);
        }
        catch (SourceRefusal refused)
        {
            throw new ProblemException(ProblemTable.Knows(refused.Code) ? refused.Code : "import_failed", "body", refused.Message);
        }

        if (Areas.Count == 0) throw new ProblemException("import_failed", "body", "The file holds no area.");
    }

    private void Take(SourceItem item)
    {
        if (item is SourceRow row) Areas.Add(Read(row));
        else if (item is SourceRemark { Gravity: Gravity.Warning } warning && Warnings.Count < MostRemarks) Warnings.Add(new(warning.Line, warning.Field, warning.Reason));
        else if (item is SourceRemark { Gravity: Gravity.Bad or Gravity.Fatal } bad) throw Refuse(bad.Line, bad.Field, bad.Reason);
        if (Areas.Count > MostAreas) throw new ProblemException("import_failed", "body", $"The file holds more than {MostAreas} areas.");
    }

    private Area Read(SourceRow row)
    {
        var code = Text(row, "code", options.Code, CodeNames) ?? throw Refuse(row.Line, "code", "The area has no code; name its attribute with code=….");
        var name = Text(row, "name", options.Name, ViNames) ?? throw Refuse(row.Line, "name", "The area has no name; name its attribute with name=….");
        var id = $"{code}@{options.Edition}";
        if (FeatureRules.FindIdProblem(id) is { } problem) throw Refuse(row.Line, "code", problem);
        if (!_lines.TryAdd(code, row.Line)) throw Refuse(row.Line, "code", $"The code {code} stands already on line {_lines[code]}; within an edition a code is used once.");
        if (row.Geometry is not (Polygon or MultiPolygon)) throw Refuse(row.Line, "geometry", $"An area is a polygon or several, not {row.Geometry?.GeometryType ?? "nothing"}.");
        if (!row.Geometry.IsValid) Warnings.Add(new(row.Line, "geometry", $"The border of {name} crosses itself; the check of the edition shows where."));
        return new(
            id, code, name, Text(row, "nameEn", options.NameEn, EnNames) ?? name, options.Kind ?? KindOf(name), options.Edition,
            options.ValidFrom, options.ValidTo, row.Geometry);
    }

    private static string? Text(SourceRow row, string parameter, string? stated, string[] known)
    {
        if (stated is not null)
        {
            if (!row.Values.TryGetValue(stated, out var there)) throw Refuse(row.Line, parameter, $"There is no attribute \"{stated}\"; there are: {string.Join(", ", row.Values.Keys)}.");
            return Clean(row, parameter, there);
        }

        foreach (var name in known)
        {
            foreach (var (key, value) in row.Values)
            {
                if (CsvColumns.Plain(key) == name && Clean(row, parameter, value) is { } text) return text;
            }
        }

        return null;
    }

    private static string? Clean(SourceRow row, string parameter, object? value)
    {
        if (Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() is not { Length: > 0 } text) return null;
        return ValueRules.FindTextProblem(text) is { } problem ? throw Refuse(row.Line, parameter, $"The text {problem}.") : text.Normalize();
    }

    private static string KindOf(string name) =>
        name.StartsWith("Phường ", StringComparison.OrdinalIgnoreCase) ? "ward"
        : name.StartsWith("Xã ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Thị trấn ", StringComparison.OrdinalIgnoreCase) ? "commune"
        : "district";

    private static ProblemException Refuse(long line, string field, string reason) => new("import_failed", field, $"Line {line}: {reason} Nothing was stored.");
}
