using System.Text.Json;

namespace CityMap.Viewer.Styles;

/// <summary>
/// A MapLibre style document (version 8), read for drawing. What it holds beyond the drawn subset is left out and named in
/// <see cref="Unsupported"/>.
/// </summary>
/// <param name="Layers">Bottom first.</param>
/// <param name="Unsupported">One line per part that is not drawn, for example <c>layer hills: type hillshade</c>.</param>
public sealed record MapStyle(IReadOnlyList<StyleLayer> Layers, IReadOnlyList<string> Unsupported)
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="StyleException">It is no style of version 8.</exception>
    public static MapStyle Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || version.GetDouble() != 8)
        {
            throw new StyleException("a style that is not of version 8");
        }

        if (!json.TryGetProperty("layers", out var list) || list.ValueKind != JsonValueKind.Array) throw new StyleException("a style without layers");
        var layers = new List<StyleLayer>();
        var unsupported = new List<string>();
        foreach (var layer in list.EnumerateArray())
        {
            if (StyleLayerReader.Read(layer, unsupported) is { } read) layers.Add(read);
        }

        return new(layers, unsupported);
    }

    /// <summary>Layers of the source <c>*</c> stand for every source without layers of its own; here they are made for these.</summary>
    /// <param name="sources">The sources that may be drawn so, with the attribute that names their features, or null.</param>
    public MapStyle WithSources(IEnumerable<(string Source, string? NameField)> sources)
    {
        var own = Layers.Select(l => l.Source).ToHashSet();
        var others = sources.Where(s => !own.Contains(s.Source)).ToList();
        return this with { Layers = [.. Layers.SelectMany(layer => layer.Source == "*" ? others.Select(o => Stand(layer, o.Source, o.NameField)).OfType<StyleLayer>() : [layer])] };
    }

    /// <summary>The same over a picture of the ground, which lies on the background and below everything else.</summary>
    /// <param name="source">Name of the source of the pictures.</param>
    public MapStyle WithGround(string source)
    {
        var first = Layers.TakeWhile(l => l.Type == "background").Count();
        return this with { Layers = [.. Layers.Take(first), new StyleLayer(source, "raster", source, new Dictionary<string, Expression>()), .. Layers.Skip(first)] };
    }

    private static StyleLayer? Stand(StyleLayer layer, string source, string? nameField)
    {
        if (layer.Type == "symbol" && nameField is null) return null;
        var name = nameField is null ? null : new Expression(s => s.Feature?.Attributes.GetValueOrDefault(nameField), true, false);
        return layer.For(layer.Id.Replace("*", source, StringComparison.Ordinal), source, name);
    }
}
