using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>Draws small areas straight into the pixels of a picture: their inside, and an edge of one CSS pixel.</summary>
internal sealed class AreaPixels(SKPixmap pixels)
{
    // Beyond this Skia's spans are faster than a look at every pixel.
    private const int Largest = 160;

    private readonly CoverageBuffer _cover = new();
    private readonly BandBuffer _band = new();
    private readonly int _width = pixels.Width;
    private SKPoint[] _points = [];

    /// <summary>Draws an area; false when it is too large for this way, and then nothing is drawn.</summary>
    /// <param name="canvas">The canvas of the pixels, scaled and moved only.</param>
    /// <param name="outline">The area, in units of the canvas.</param>
    /// <param name="colour">Of its inside.</param>
    /// <param name="edge">Of its edge; null for none.</param>
    public bool Draw(SKCanvas canvas, Outline outline, SKColor colour, SKColor? edge)
    {
        var matrix = canvas.TotalMatrix;
        if (matrix.SkewX != 0 || matrix.SkewY != 0) return false;
        var box = ToPixels(outline.Points, matrix);
        if (!(box.Width <= Largest && box.Height <= Largest)) return false;
        var (clip, around) = (canvas.DeviceClipBounds, Whole(box, matrix.ScaleX));
        if (around.Width > Math.Min(CoverageBuffer.Widest, BandBuffer.Widest)) return false;
        if (!clip.IntersectsWith(around)) return true;
        if (colour.Alpha > 0) Fill(outline, around, clip, Premultiplied(colour));
        if (edge is { Alpha: > 0 } line) Edge(outline, matrix.ScaleX, around, clip, Premultiplied(line));
        return true;
    }

    private void Fill(Outline outline, SKRectI around, SKRectI clip, uint colour)
    {
        _cover.Begin(around);
        for (var part = 0; part < outline.Starts.Length; part++)
        {
            var (first, end) = outline.Part(part);
            for (int i = first, j = end - 1; i < end; j = i++) _cover.Edge(_points[j].X, _points[j].Y, _points[i].X, _points[i].Y);
        }

        var paint = new CoverPaint(pixels.GetPixelSpan<uint>(), _width, colour, evenOdd: true);
        _cover.Paint(ref paint, clip);
    }

    private void Edge(Outline outline, float width, SKRectI around, SKRectI clip, uint colour)
    {
        _band.Begin(around, width);
        for (var part = 0; part < outline.Starts.Length; part++)
        {
            var (first, end) = outline.Part(part);
            for (int i = first, j = end - 1; i < end; j = i++)
            {
                if (_points[j] != _points[i]) _band.Edge(_points[j], _points[i]);
            }
        }

        var paint = new CoverPaint(pixels.GetPixelSpan<uint>(), _width, colour, evenOdd: false);
        _band.Paint(ref paint, clip);
    }

    private SKRect ToPixels(SKPoint[] points, in SKMatrix matrix)
    {
        if (_points.Length < points.Length) _points = new SKPoint[points.Length];
        var (left, top, right, bottom) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        for (var i = 0; i < points.Length; i++)
        {
            var (x, y) = ((points[i].X * matrix.ScaleX) + matrix.TransX, (points[i].Y * matrix.ScaleY) + matrix.TransY);
            _points[i] = new(x, y);
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }

        return new(left, top, right, bottom);
    }

    // With room for an edge around it.
    private static SKRectI Whole(SKRect box, float width)
    {
        box.Inflate(1 + (2 * width), 1 + (2 * width));
        return SKRectI.Ceiling(box, outwards: true);
    }

    private static uint Premultiplied(SKColor colour) =>
        PixelBlend.Faded(colour.Red | ((uint)colour.Green << 8) | ((uint)colour.Blue << 16) | 0xFF000000, colour.Alpha);
}
