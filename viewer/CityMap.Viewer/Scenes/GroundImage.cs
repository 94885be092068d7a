using SkiaSharp;

namespace CityMap.Viewer.Scenes;

/// <summary>A picture of the ground, such as a tile of a base map.</summary>
public sealed class GroundImage : IDisposable
{
    /// <summary>Takes a decoded picture over.</summary>
    /// <param name="picture">The pixels.</param>
    /// <param name="minX">Western edge in the unit square of Web Mercator.</param>
    /// <param name="minY">Northern edge.</param>
    /// <param name="side">Length of its side.</param>
    internal GroundImage(SKImage picture, double minX, double minY, double side) => (Picture, MinX, MinY, Side) = (picture, minX, minY, side);

    internal SKImage Picture { get; }

    private double MinX { get; }

    private double MinY { get; }

    private double Side { get; }

    internal SKRect On(MapView view) => new(
        (float)view.PixelX(MinX), (float)view.PixelY(MinY), (float)view.PixelX(MinX + Side), (float)view.PixelY(MinY + Side));

    /// <inheritdoc/>
    public void Dispose() => Picture.Dispose();
}
