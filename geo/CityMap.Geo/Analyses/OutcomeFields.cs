using CityMap.Geo.Layers;

namespace CityMap.Geo.Analyses;

/// <summary>The fields of a result: those of its source, then what was found. A name that the source has already gets a number.</summary>
/// <param name="source">The fields that are taken over.</param>
internal sealed class OutcomeFields(IReadOnlyList<FieldInfo> source)
{
    private readonly List<FieldInfo> _all = [.. source.Select(field => field with { Indexed = false })];

    public IReadOnlyList<FieldInfo> All => _all;

    /// <summary>Adds a field; the answer is the name it has.</summary>
    public string Add(string name, FieldType type, string vi, string en, string? unit = null)
    {
        var free = name;
        for (var n = 2; _all.Any(field => field.Name == free); n++) free = FormattableString.Invariant($"{name}_{n}");
        _all.Add(new(free, type, new(vi, en), unit));
        return free;
    }

    /// <summary>The field for how much of a shape there is: length of lines, size of areas; null for points.</summary>
    public string? AddMeasure(GeometryKind kind) => kind switch
    {
        GeometryKind.Line => Add("length_m", FieldType.Real, "Chiều dài", "Length", "m"),
        GeometryKind.Polygon => Add("area_m2", FieldType.Real, "Diện tích", "Area", "m2"),
        _ => null,
    };

    /// <summary>A source's values with what was found.</summary>
    public static Dictionary<string, object?> Values(Feature source, params ReadOnlySpan<(string? Name, object? Value)> found)
    {
        var values = new Dictionary<string, object?>(source.Attributes, StringComparer.Ordinal);
        foreach (var (name, value) in found)
        {
            if (name is not null) values[name] = value;
        }

        return values;
    }
}
