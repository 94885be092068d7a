using CityMap.Geo.Coordinates;
using CityMap.Viewer.Data;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using Mapsui;
using SkiaSharp;

namespace CityMap.Desktop;

/// <summary>Draws one frame without a screen: what is saved offline, and without a pack a few features of every kind.</summary>
internal static class Smoke
{
    private const int Width = 1600;
    private const int Height = 1000;

    /// <summary>Draws it and writes the PNG.</summary>
    /// <returns>0, or 1 when nothing was drawn.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        var view = new MapView(new LonLat(106.7605, 21.8525), 13.6, Width, Height);
        using var map = new Map();
        MapFrame.Bound(map);
        map.Navigator.SetSize(Width, Height);
        map.Navigator.CenterOnAndZoomTo(new MPoint(MapFrame.X(view.UnitX(Width / 2.0)), MapFrame.Y(view.UnitY(Height / 2.0))), MapPane.Resolution(view.Zoom));
        var (live, others) = Sources(options, view);
        var plan = FramePlan.Of(view, live, others);
        new MapFrame(map).Show(plan, DeskWindow.Order, new Dictionary<string, double>(), new SelectionModel(), MapTheme.Light);
        var png = Mapsui51.Png(map);
        await File.WriteAllBytesAsync(options.Out, png);
        Console.WriteLine($"{plan.Count} features in one frame of {Width} × {Height}: {Path.GetFullPath(options.Out)}");
        if (plan.Count > 0 && IsDrawn(png)) return 0;
        await Console.Error.WriteLineAsync("citymap desktop: nothing was drawn.");
        return 1;
    }

    // Ground alone is one colour.
    private static bool IsDrawn(byte[] png)
    {
        using var picture = SKBitmap.Decode(png);
        return picture is not null && picture.Pixels.Distinct().Skip(8).Any();
    }

    private static (IReadOnlyList<(string, FeatureSet)> Live, IReadOnlyList<(string, FeatureSet)> Others) Sources(Options options, MapView view)
    {
        if (OfflinePack.Open(options.Data) is { } pack)
        {
            var held = pack.Layers.Select(l => (l.Layer, new FeatureSet([.. l.Features.Select(MapFeatures.Of).OfType<MapFeature>()]))).ToLookup(l => DeskWindow.IsLive(l.Layer));
            return ([.. held[true]], [.. held[false]]);
        }

        var points = Enumerable.Range(0, 60).Select(i => Made(view, $"i{i}", ShapeKind.Point, new() { ["severity"] = (i % 5) + 1L }, 80 + (i % 12 * 130), 120 + (i / 12 * 180)));
        var line = Made(view, "l", ShapeKind.Line, [], 0, 500, 400, 430, 900, 620, 1600, 540);
        var area = Made(view, "a", ShapeKind.Polygon, [], 500, 200, 1100, 240, 1200, 800, 560, 760, 500, 200);
        return ([("incidents", new FeatureSet([.. points]))], [("water", new FeatureSet([area])), ("streets", new FeatureSet([line]))]);
    }

    private static MapFeature Made(MapView view, string id, ShapeKind kind, Dictionary<string, object?> values, params double[] pixels) =>
        new(id, kind, [.. pixels.Select((p, i) => i % 2 == 0 ? view.UnitX(p) : view.UnitY(p))], [0], values);
}
