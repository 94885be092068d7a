using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>
/// A density of points over a frame: the sum of normal kernels three standard deviations wide, as MapLibre's heat map draws them. Kept in cells of
/// a few CSS pixels; it has no detail finer than that.
/// </summary>
internal sealed class HeatGrid
{
    // The height of the normal distribution's middle: one point alone is this hot.
    private const float Middle = 0.39894228f;
    private const float Deviations = 3;

    private readonly float[] _cells;
    private float[] _kernel = [];
    private float _kernelRadius;

    /// <summary>An empty grid.</summary>
    /// <param name="width">Of the frame, CSS pixels.</param>
    /// <param name="height">Of the frame, CSS pixels.</param>
    public HeatGrid(float width, float height)
    {
        (Columns, Rows) = (Math.Max(1, (int)MathF.Ceiling(width / Cell)), Math.Max(1, (int)MathF.Ceiling(height / Cell)));
        _cells = new float[Columns * Rows];
    }

    /// <summary>Side of a cell, CSS pixels.</summary>
    public const int Cell = 2;

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>True when nothing on the frame is warm.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>The heat of every cell, row after row from the upper left; 1 and more is full heat.</summary>
    public ReadOnlySpan<float> Cells => _cells;

    /// <summary>Adds a point.</summary>
    /// <param name="at">CSS pixels.</param>
    /// <param name="radius">How far it warms, CSS pixels.</param>
    /// <param name="weight">How much; 1 is one point's.</param>
    public void Add(SKPoint at, float radius, float weight)
    {
        if (!(radius >= 1 && weight > 0)) return;
        var kernel = Kernel(radius);
        var reach = (int)(radius / Cell);
        var (column, row) = ((int)MathF.Floor(at.X / Cell), (int)MathF.Floor(at.Y / Cell));
        var (left, right) = (Math.Max(-reach, -column), Math.Min(reach, Columns - 1 - column));
        for (var y = Math.Max(-reach, -row); y <= Math.Min(reach, Rows - 1 - row); y++)
        {
            var line = ((row + y) * Columns) + column;
            var of = Math.Abs(y) * (reach + 1);
            for (var x = left; x <= right; x++) _cells[line + x] += weight * kernel[of + Math.Abs(x)];
            IsEmpty &= right < left;
        }
    }

    // A quarter of it: by distance across and down.
    private float[] Kernel(float radius)
    {
        if (radius == _kernelRadius) return _kernel;
        var side = (int)(radius / Cell) + 1;
        (_kernelRadius, _kernel) = (radius, new float[side * side]);
        for (var i = 0; i < _kernel.Length; i++)
        {
            var (x, y) = (i % side * Cell / radius, i / side * Cell / radius);
            var squared = (x * x) + (y * y);
            if (squared <= 1) _kernel[i] = Middle * MathF.Exp(-0.5f * Deviations * Deviations * squared);
        }

        return _kernel;
    }
}
