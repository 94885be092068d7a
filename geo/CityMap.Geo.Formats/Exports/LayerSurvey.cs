using System.Globalization;
using System.Text;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Exports;

/// <summary>What a first reading learns about features: some formats must say at their beginning how many, what kinds and how wide there will be.</summary>
/// <param name="fields">The fields that are written.</param>
public sealed class LayerSurvey(IReadOnlyList<FieldInfo> fields)
{
    private readonly int[] _widths = new int[fields.Count];
    private readonly HashSet<GeometryKind> _kinds = [];
    private readonly HashSet<int> _wild = [];

    /// <summary>The fields.</summary>
    public IReadOnlyList<FieldInfo> Fields { get; } = fields;

    /// <summary>How many features there are.</summary>
    public long Features { get; private set; }

    /// <summary>How many have no place.</summary>
    public long Placeless { get; private set; }

    /// <summary>Bytes in UTF-8 of the longest id.</summary>
    public int IdWidth { get; private set; } = 1;

    /// <summary>True when a feature is more than one point.</summary>
    public bool HasMultiPoints { get; private set; }

    /// <summary>The kinds of shapes that occur: points, lines, areas, in this order.</summary>
    public IReadOnlyList<GeometryKind> Kinds => [.. Enum.GetValues<GeometryKind>().Where(_kinds.Contains)];

    /// <summary>How wide a field's values get: bytes in UTF-8 of a text, characters of a whole number; at least 1.</summary>
    public int WidthOf(int field) => Math.Max(1, _widths[field]);

    /// <summary>True when a field has numbers so small or large that they are written with an exponent.</summary>
    public bool NeedsExponent(int field) => _wild.Contains(field);

    /// <summary>Looks at one feature.</summary>
    public void Take(Feature feature)
    {
        Features++;
        IdWidth = Math.Max(IdWidth, Encoding.UTF8.GetByteCount(feature.Id));
        if (feature.Geometry is not { IsEmpty: false } shape) Placeless++;
        else foreach (var part in ExportShapes.PartsOf(shape)) Take(part);
        for (var i = 0; i < Fields.Count; i++)
        {
            if (feature[Fields[i].Name] is double real && real != 0 && Math.Abs(real) is < 1e-3 or >= 1e15) _wild.Add(i);
            var width = feature[Fields[i].Name] switch
            {
                string text => Encoding.UTF8.GetByteCount(text),
                long whole => whole.ToString(CultureInfo.InvariantCulture).Length,
                _ => 0,
            };
            _widths[i] = Math.Max(_widths[i], width);
        }
    }

    private void Take(Geometry part)
    {
        _kinds.Add(ExportShapes.KindOf(part));
        HasMultiPoints |= part is MultiPoint { NumGeometries: > 1 };
    }
}
