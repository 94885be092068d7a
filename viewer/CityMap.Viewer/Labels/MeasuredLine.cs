using SkiaSharp;

namespace CityMap.Viewer.Labels;

/// <summary>A line that knows how far along each of its points lies.</summary>
internal sealed class MeasuredLine
{
    private readonly SKPoint[] _points;
    private readonly float[] _along;

    public MeasuredLine(SKPoint[] points)
    {
        (_points, _along) = (points, new float[points.Length]);
        for (var i = 1; i < points.Length; i++) _along[i] = _along[i - 1] + SKPoint.Distance(points[i - 1], points[i]);
    }

    public float Length => _along[^1];

    /// <summary>The place so far along.</summary>
    public SKPoint At(float along)
    {
        var i = Array.BinarySearch(_along, along);
        if (i < 0) i = ~i;
        i = Math.Clamp(i, 1, _points.Length - 1);
        var (a, b) = (_points[i - 1], _points[i]);
        var span = _along[i] - _along[i - 1];
        var t = span == 0 ? 0 : (along - _along[i - 1]) / span;
        return new(a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y)));
    }
}
