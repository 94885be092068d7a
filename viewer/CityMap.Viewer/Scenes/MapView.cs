using CityMap.Geo.Coordinates;
using CityMap.Viewer.Data;

namespace CityMap.Viewer.Scenes;

/// <summary>What a map frame looks at, north up, in Web Mercator.</summary>
/// <param name="Centre">The middle of the frame.</param>
/// <param name="Zoom">As MapLibre counts: at zoom 0 the world is 512 CSS pixels wide.</param>
/// <param name="Width">Of the frame, CSS pixels (1/96 inch on paper).</param>
/// <param name="Height">Of the frame, CSS pixels.</param>
public sealed record MapView(LonLat Centre, double Zoom, float Width, float Height)
{
    private const double TilePixels = 512;
    private const double EquatorMetres = 2 * Math.PI * 6378137;

    /// <summary>How many CSS pixels the world is wide.</summary>
    public double World { get; } = TilePixels * Math.Pow(2, Zoom);

    private double Left { get; } = (MapFeatures.X(Centre.Lon) * TilePixels * Math.Pow(2, Zoom)) - (Width / 2);

    private double Top { get; } = (MapFeatures.Y(Centre.Lat) * TilePixels * Math.Pow(2, Zoom)) - (Height / 2);

    /// <summary>The scale's denominator in the middle of the frame: 5,000 means 1:5,000.</summary>
    public double Scale => MetresPerPixel / MetresOfPixel;

    /// <summary>Ground metres under one CSS pixel in the middle of the frame.</summary>
    public double MetresPerPixel => EquatorMetres * Math.Cos(Centre.Lat * Math.PI / 180) / World;

    /// <summary>The ground it shows.</summary>
    public Bounds Bounds
    {
        get
        {
            var (nw, se) = (At(0, 0), At(Width, Height));
            return new(nw.Lon, se.Lat, se.Lon, nw.Lat);
        }
    }

    private static double MetresOfPixel => 0.0254 / 96;

    /// <summary>A view that shows a box, with a margin around it.</summary>
    /// <param name="box">Must not cross the antimeridian.</param>
    /// <param name="width">Of the frame, CSS pixels.</param>
    /// <param name="height">Of the frame, CSS pixels.</param>
    /// <param name="margin">CSS pixels on each side.</param>
    public static MapView Fit(Bounds box, float width, float height, float margin = 24)
    {
        var (west, east) = (MapFeatures.X(box.West), MapFeatures.X(box.East));
        var (north, south) = (MapFeatures.Y(box.North), MapFeatures.Y(box.South));
        var world = Math.Min((width - (2 * margin)) / Math.Max(east - west, 1e-9), (height - (2 * margin)) / Math.Max(south - north, 1e-9));
        var middle = new LonLat((box.West + box.East) / 2, WebMercator.Lat((0.5 - ((north + south) / 2)) * 2 * WebMercator.HalfWorld));
        return new(middle, Math.Clamp(Math.Log2(world / TilePixels), 0, 22), width, height);
    }

    /// <summary>A view at a scale.</summary>
    /// <param name="centre">The middle.</param>
    /// <param name="scale">Denominator: 5,000 means 1:5,000.</param>
    /// <param name="width">Of the frame, CSS pixels.</param>
    /// <param name="height">Of the frame, CSS pixels.</param>
    public static MapView AtScale(LonLat centre, double scale, float width, float height) =>
        new(centre, Math.Clamp(Math.Log2(EquatorMetres * Math.Cos(centre.Lat * Math.PI / 180) / (scale * MetresOfPixel * TilePixels)), 0, 24), width, height);

    /// <summary>x of a place of the unit square on the frame.</summary>
    public double PixelX(double x) => (x * World) - Left;

    /// <summary>y of a place of the unit square on the frame.</summary>
    public double PixelY(double y) => (y * World) - Top;

    /// <summary>x of the unit square under a place of the frame.</summary>
    public double UnitX(double pixel) => (pixel + Left) / World;

    /// <summary>y of the unit square under a place of the frame.</summary>
    public double UnitY(double pixel) => (pixel + Top) / World;

    /// <summary>The ground under a place of the frame; beyond the world its edge.</summary>
    public LonLat At(double x, double y) => new(
        Math.Clamp((UnitX(x) - 0.5) * 360, -180, 180), WebMercator.Lat((0.5 - Math.Clamp(UnitY(y), 0, 1)) * 2 * WebMercator.HalfWorld));
}
