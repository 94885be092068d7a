using CityMap.Viewer.Data;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Styles;

namespace CityMap.Viewer.Scenes;

/// <summary>What the layers of one scene share while it is built.</summary>
internal sealed class SceneWork
{
    private readonly Dictionary<string, List<MapFeature>> _visible = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, FeatureSet> _sources;

    public SceneWork(MapDocument document, MapSheet sheet, IReadOnlyDictionary<string, FeatureSet> sources)
    {
        (Document, Sheet, _sources) = (document, sheet, sources);
        Projector = new(document.View, 0.5f / document.PixelRatio);
    }

    public MapDocument Document { get; }

    public MapSheet Sheet { get; }

    public Projector Projector { get; }

    public double Zoom => Document.View.Zoom;

    /// <summary>What a property of a whole layer is evaluated in.</summary>
    public Scope LayerScope => new(Zoom);

    /// <summary>The features a layer draws, with what its properties are evaluated in.</summary>
    public IEnumerable<Scope> Features(StyleLayer layer)
    {
        foreach (var feature in Visible(layer.Source))
        {
            var scope = new Scope(Zoom, feature, Document.States.Count == 0 ? null : Document.States.GetValueOrDefault((layer.Source!, feature.Id)));
            if (layer.Filter is null || StyleValue.Truth(layer.Filter.Run(scope))) yield return scope;
        }
    }

    /// <summary>The opacity of a layer's property, fainter when its source is.</summary>
    public double Opacity(StyleLayer layer, string property, in Scope scope) =>
        layer.Number(property, scope, 1) * Document.Opacity.GetValueOrDefault(SceneBuilder.Owner(layer.Source!), 1);

    private List<MapFeature> Visible(string? source)
    {
        if (source is null || !_sources.TryGetValue(source, out var set)) return [];
        if (_visible.TryGetValue(source, out var known)) return known;
        if (Document.ClusterBelow.TryGetValue(source, out var below) && Zoom < below) set = Clustering.Gather(set, Zoom);
        var (view, around) = (Document.View, Projector.Around);
        return _visible[source] = set.Within(view.UnitX(around.Left), view.UnitY(around.Top), view.UnitX(around.Right), view.UnitY(around.Bottom));
    }
}
