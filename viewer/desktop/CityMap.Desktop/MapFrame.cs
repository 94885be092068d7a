using CityMap.Geo.Coordinates;
using CityMap.Viewer.Data;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Sheets;
using Mapsui;
using Mapsui.Layers;
using Mapsui.Nts;
using NetTopologySuite.Geometries;

namespace CityMap.Desktop;

/// <summary>Turns a frame's plan into layers of Mapsui: one for each layer, kept and filled anew.</summary>
/// <param name="map">Where they lie; the tiles of the server lie below them.</param>
internal sealed class MapFrame(Map map)
{
    // The unit square of Web Mercator in metres of EPSG:3857.
    private const double World = 2 * Math.PI * 6378137;
    private const string Chosen = "chosen";
    private const string Ruler = "ruler";
    private readonly Dictionary<string, MemoryLayer> _layers = new(StringComparer.Ordinal);
    private IReadOnlyList<string> _names = [];

    /// <summary>x of EPSG:3857 from the unit square.</summary>
    public static double X(double unit) => (unit - 0.5) * World;

    /// <summary>y of EPSG:3857 from the unit square, whose y grows southwards.</summary>
    public static double Y(double unit) => (0.5 - unit) * World;

    /// <summary>Gives a map bounds of its own. Without them it cannot be moved beyond its features, and before it has any the navigator obeys nothing.</summary>
    public static void Bound(Map map)
    {
        map.Navigator.OverridePanBounds = new MRect(-World / 2, -World / 2, World / 2, World / 2);
        map.Navigator.OverrideZoomBounds = new MMinMax(MapPane.Resolution(20), MapPane.Resolution(4));
    }

    /// <summary>Fills the layers.</summary>
    /// <param name="plan">What is drawn.</param>
    /// <param name="order">Layers, bottom first.</param>
    /// <param name="opacity">How strong layers are drawn; those not named in full.</param>
    /// <param name="selection">What is chosen.</param>
    /// <param name="theme">Bright or dark.</param>
    public void Show(FramePlan plan, IReadOnlyList<string> order, IReadOnlyDictionary<string, double> opacity, SelectionModel selection, MapTheme theme)
    {
        var palette = theme == MapTheme.Night ? MapPalette.Night : MapPalette.Light;
        map.BackColor = palette.Ground;
        var places = order.Select((layer, i) => (layer, i)).ToDictionary(p => p.layer, p => p.i, StringComparer.Ordinal);
        Stack([.. plan.Drawn.Keys.OrderBy(k => places.GetValueOrDefault(k, -1)), Chosen, Ruler]);
        foreach (var (name, layer) in _layers.Where(l => l.Key != Ruler))
        {
            var features = name == Chosen ? Marked(plan, selection) : plan.Drawn.GetValueOrDefault(name) ?? [];
            layer.Style = palette.Of(name);
            layer.Opacity = opacity.GetValueOrDefault(name, 1);
            Mapsui51.Replace(layer, [.. features.OrderBy(Severity).Select(Feature)]);
        }

        _layers[Ruler].Style = palette.Of(Ruler);
    }

    /// <summary>Draws what is measured.</summary>
    public void Measure(IReadOnlyList<LonLat> places)
    {
        Coordinate[] line = [.. places.Select(p => new Coordinate(X(MapFeatures.X(p.Lon)), Y(MapFeatures.Y(p.Lat))))];
        IFeature[] drawn = line.Length < 2 ? [] : [new GeometryFeature(new LineString(line))];
        if (_layers.TryGetValue(Ruler, out var layer)) Mapsui51.Replace(layer, [.. drawn, .. line.Select(c => new PointFeature(c.X, c.Y))]);
    }

    // A catalogue that comes later, or a layer shown again, must not lie on top because it is younger.
    private void Stack(IReadOnlyList<string> names)
    {
        if (names.SequenceEqual(_names)) return;
        foreach (var layer in _layers.Values) map.Layers.Remove(layer);
        foreach (var name in names)
        {
            if (!_layers.TryGetValue(name, out var layer)) _layers[name] = layer = new(name);
            map.Layers.Add(layer);
        }

        _names = names;
    }

    // What is worse lies on top.
    private static long Severity(MapFeature feature) => (feature.Attributes.GetValueOrDefault("worst") ?? feature.Attributes.GetValueOrDefault("severity")) as long? ?? 0;

    private static IReadOnlyList<MapFeature> Marked(FramePlan plan, SelectionModel selection) =>
        selection.Layer is { } layer && plan.Drawn.TryGetValue(layer, out var drawn) ? [.. drawn.Where(f => f.Id == selection.Id && f.Kind == ShapeKind.Point)] : [];

    private static IFeature Feature(MapFeature feature)
    {
        IFeature made = feature.Kind == ShapeKind.Point ? new PointFeature(X(feature.Xy[0]), Y(feature.Xy[1])) : new GeometryFeature(Shape(feature));
        var many = feature.Attributes.GetValueOrDefault("count");
        made["severity"] = many is null ? feature.Attributes.GetValueOrDefault("severity") : feature.Attributes.GetValueOrDefault("worst");
        made["label"] = $"{many ?? feature.Attributes.GetValueOrDefault("severity")}";
        return made;
    }

    // The pack's shape is in degrees; Mapsui draws metres.
    private static Geometry Shape(MapFeature feature)
    {
        var shape = PackFeature.Of(feature).Geometry!;
        shape.Apply(new ToMetres());
        // What was worked out of the degrees, such as the extent, is true no more.
        shape.GeometryChanged();
        return shape;
    }

    private sealed class ToMetres : ICoordinateFilter
    {
        public void Filter(Coordinate coord) => (coord.X, coord.Y) = (X(MapFeatures.X(coord.X)), Y(MapFeatures.Y(coord.Y)));
    }
}
