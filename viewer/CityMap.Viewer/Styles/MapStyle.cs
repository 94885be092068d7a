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
    private const string AnySource = "*";

    // Their borders and names belong to every map, whatever colour lies under them.
    private static readonly HashSet<string> _keepTheirOwn = ["districts", "district-names"];

    private static readonly HashSet<string> _movable = ["fill", "line", "circle", "heatmap"];

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

    /// <summary>
    /// The style with what a catalogue holds: sources with a wish are drawn as wished, and layers of the source <c>*</c> are made for every other
    /// source without layers of its own. Source after source, each with all its layers, where the layers of <c>*</c> stand.
    /// </summary>
    /// <param name="sources">The sources that may be drawn so, bottom first.</param>
    public MapStyle WithSources(IReadOnlyList<SourceStyle> sources)
    {
        var wished = sources.Where(s => s.Wish is not null && !_keepTheirOwn.Contains(s.Source)).Select(s => s.Source).ToHashSet(StringComparer.Ordinal);
        var kept = Layers.Where(l => l.Source is null || !wished.Contains(l.Source)).ToList();
        var (own, any) = (kept.Select(l => l.Source).ToHashSet(StringComparer.Ordinal), kept.Where(l => l.Source == AnySource).ToList());
        var first = kept.FindIndex(l => l.Source == AnySource);
        var made = sources.SelectMany(s => s.Wish ?? (own.Contains(s.Source) ? [] : any.Select(layer => Stand(layer, s)).OfType<StyleLayer>())).ToList();
        kept.RemoveAll(l => l.Source == AnySource);
        kept.InsertRange(first < 0 ? kept.Count : first, made);
        return this with { Layers = kept };
    }

    /// <summary>The same over a picture of the ground, which lies on the background and below everything else.</summary>
    /// <param name="source">Name of the source of the pictures.</param>
    public MapStyle WithGround(string source)
    {
        var first = Layers.TakeWhile(l => l.Type == "background").Count();
        return this with { Layers = [.. Layers.Take(first), new StyleLayer(source, "raster", source, new Dictionary<string, Expression>()), .. Layers.Skip(first)] };
    }

    /// <summary>
    /// The style with the sources of each group in another order. Groups keep their places, so that the ground never covers what stands on it, and so
    /// do names and marks, which lie over what they name.
    /// </summary>
    /// <param name="groups">Sources that may change places with each other, bottom first.</param>
    public MapStyle InOrder(IEnumerable<IReadOnlyList<string>> groups)
    {
        var layers = Layers.ToArray();
        foreach (var group in groups)
        {
            var rank = group.Select((source, index) => (source, index)).ToDictionary(g => g.source, g => g.index, StringComparer.Ordinal);
            var places = Enumerable.Range(0, layers.Length).Where(i => layers[i].Source is { } source && rank.ContainsKey(source) && _movable.Contains(layers[i].Type)).ToArray();
            var sorted = places.Select(i => layers[i]).OrderBy(l => rank[l.Source!]).ToArray();
            for (var i = 0; i < places.Length; i++) layers[places[i]] = sorted[i];
        }

        return this with { Layers = layers };
    }

    private static StyleLayer? Stand(StyleLayer layer, SourceStyle source)
    {
        if (layer.Type == "symbol" && source.NameField is null) return null;
        var name = source.NameField is { } field ? new Expression(s => s.Feature?.Attributes.GetValueOrDefault(field), true, false) : null;
        return layer.For(layer.Id.Replace(AnySource, source.Source, StringComparison.Ordinal), source.Source, name);
    }
}
