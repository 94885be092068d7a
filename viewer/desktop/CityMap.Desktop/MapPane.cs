using Avalonia.Controls;
using CityMap.Geo.Coordinates;
using CityMap.Viewer.Data;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Raster;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using Mapsui;
using Mapsui.Tiling.Layers;
using Mapsui.UI.Avalonia;
using Mapsui.Widgets.ScaleBar;

namespace CityMap.Desktop;

/// <summary>The map of a window: plans each frame, hands it to Mapsui, and answers taps by the frame's own scene.</summary>
internal sealed class MapPane : UserControl, IDisposable
{
    private const double World = 2 * Math.PI * 6378137;
    private readonly Desk _desk;
    private readonly Map _map = new();
    private readonly MapFrame _frame;
    private readonly MapControl _control;
    private readonly ITileArchive? _ground;
    private readonly ServerTiles _tiles;
    private Scene? _scene;

    /// <summary>Makes one.</summary>
    /// <param name="desk">What all windows share.</param>
    /// <param name="plan">Where it looks first.</param>
    public MapPane(Desk desk, WindowPlan plan)
    {
        (_desk, _frame, MapTheme) = (desk, new(_map), plan.Theme);
        _ground = Ground(desk.Folder);
        if (_ground is not null) _map.Layers.Add(new TileLayer(new PackTileSource(_ground)) { Name = "ground" });
        _tiles = new(_map, desk.Client, _map.Layers.Count);

        MapFrame.Bound(_map);
        Mapsui51.Add(_map, new ScaleBarWidget(_map));
        Mapsui51.OnTapped(_map, TapAt);
        _map.Navigator.ViewportChanged += (_, _) => Moved?.Invoke();
        Content = _control = new() { Map = _map };
        _map.Navigator.CenterOnAndZoomTo(new MPoint(MapFrame.X(MapFeatures.X(plan.Centre.Lon)), MapFrame.Y(MapFeatures.Y(plan.Centre.Lat))), Resolution(plan.Zoom));
    }

    /// <summary>Bright or dark.</summary>
    public MapTheme MapTheme { get; private set; }

    /// <summary>True while taps measure.</summary>
    public bool Measuring { get; private set; }

    /// <summary>What was measured.</summary>
    public MeasureModel Ruler { get; } = new();

    /// <summary>Layers the last frame did not show: without a server nobody draws what it does not draw itself.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    /// <summary>It looks elsewhere: a new frame is due.</summary>
    public event Action? Moved;

    /// <summary>Something was measured.</summary>
    public event Action? Measured;

    /// <summary>What it looks at.</summary>
    public MapView View
    {
        get
        {
            var at = _map.Navigator.Viewport;
            var centre = new LonLat(Math.Clamp(WebMercator.Lon(at.CenterX), -180, 180), WebMercator.Lat(at.CenterY));
            var zoom = at.Resolution > 0 ? Math.Log2(World / (512 * at.Resolution)) : 13;
            return new(centre, zoom, (float)Math.Max(1, at.Width), (float)Math.Max(1, at.Height));
        }
    }

    /// <summary>Metres of EPSG:3857 under a pixel at a zoom as MapLibre counts it.</summary>
    public static double Resolution(double zoom) => World / (512 * Math.Pow(2, zoom));

    /// <summary>Shows a box; a point is shown closely.</summary>
    public void Show(Bounds box)
    {
        const double Close = 0.002;
        const double Around = 0.03;
        var (west, east) = box.East - box.West < Close ? (box.West - Close, box.East + Close) : (box.West, box.East);
        var (south, north) = box.North - box.South < Close ? (box.South - Close, box.North + Close) : (box.South, box.North);
        var shown = new MRect(MapFrame.X(MapFeatures.X(west)), MapFrame.Y(MapFeatures.Y(south)), MapFrame.X(MapFeatures.X(east)), MapFrame.Y(MapFeatures.Y(north)));
        _map.Navigator.ZoomToBox(shown.Grow(shown.Width * Around, shown.Height * Around), MBoxFit.Fit);
    }

    /// <summary>Brings a place of the unit square into sight, when it is not.</summary>
    public void Reveal(double x, double y)
    {
        var view = View;
        if (view.PixelX(x) < 0 || view.PixelY(y) < 0 || view.PixelX(x) > view.Width || view.PixelY(y) > view.Height) _map.Navigator.CenterOn(new MPoint(MapFrame.X(x), MapFrame.Y(y)));
    }

    /// <summary>Turns night on or off.</summary>
    public void Turn(MapTheme theme)
    {
        MapTheme = theme;
        Redraw();
    }

    /// <summary>Plans the frame anew.</summary>
    public void Redraw()
    {
        var (city, view) = (_desk.City, View);
        var hidden = city.Layers.Hidden;
        var live = new List<(string, FeatureSet)> { ("incidents", city.Shown), ("facilities", city.Facilities.Features) };
        var others = city.Held.Where(h => !DeskWindow.IsLive(h.Key) && !hidden.Contains(h.Key)).Select(h => (h.Key, h.Value)).ToList();
        var plan = FramePlan.Of(view, [.. live.Where(l => !hidden.Contains(l.Item1))], city.Line.Live ? [] : others);
        var order = city.Layers.Groups.SelectMany(g => g.Layers).OrderBy(l => l.Order).Select(l => l.Id).ToList();
        var shown = order.Where(id => !hidden.Contains(id) && !plan.Drawn.ContainsKey(id)).ToList();
        if (city.Line.Live) _tiles.Show(new(MapTheme, _desk.Workspace.Language, shown, city.Moment.AsOf) { Opacity = new Dictionary<string, double>(city.Layers.Opacity) }, city.Layers.Version + Minute);
        LeftOut = city.Line.Live ? [] : plan.Left;
        _frame.Show(plan, order, city.Layers.Opacity, city.Selection, MapTheme);
        _scene = FrameScene.Of(view, plan, order);
    }

    // Extents of incidents change without a word of their own: every minute the tiles are others.
    private static long Minute => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 60;

    /// <summary>Begins to measure, or ends it and forgets what was measured.</summary>
    public void Measure()
    {
        Measuring = !Measuring;
        Ruler.Clear();
        _frame.Measure(Ruler.Points);
        Measured?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The control draws on by a clock of its own until it is told.
        _control.Dispose();
        _tiles.Dispose();
        _map.Dispose();
    }

    private void TapAt(double x, double y)
    {
        var view = View;
        var (px, py) = ((float)view.PixelX((x / World) + 0.5), (float)view.PixelY(0.5 - (y / World)));
        if (Measuring)
        {
            Ruler.Add(view.At(px, py));
            _frame.Measure(Ruler.Points);
            Measured?.Invoke();
            return;
        }

        if (_scene is null) return;
        if (_desk.City.Selection.Tap(_scene, px, py) is { } cluster)
        {
            var at = _map.Navigator.Viewport;
            _map.Navigator.CenterOnAndZoomTo(new MPoint(MapFrame.X(cluster.Feature.MinX), MapFrame.Y(cluster.Feature.MinY)), at.Resolution / 4);
        }
    }

    private static ITileArchive? Ground(string folder)
    {
        try
        {
            return OfflinePack.Ground(folder);
        }
        catch (TileArchiveException damaged)
        {
            Console.Error.WriteLine($"citymap desktop: {damaged.Message}");
            return null;
        }
    }
}
