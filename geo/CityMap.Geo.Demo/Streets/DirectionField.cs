using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>
/// Which way the grid of streets lies at each place: along or across the nearest main street or the river. Directions that differ by a
/// quarter turn are the same grid, so the field adds up fourth powers of unit vectors (a cross field).
/// </summary>
internal sealed class DirectionField
{
    private const double Cell = 60, Reach = 620;
    private static readonly Vec Corner = new(-14000, -14500);
    private const int Columns = 510, Rows = 520;

    private readonly float[] _x = new float[Columns * Rows], _y = new float[Columns * Rows];

    public DirectionField(long seed, IEnumerable<IReadOnlyList<Vec>> guides)
    {
        foreach (var line in guides)
        {
            foreach (var (p, d, _) in Polyline.Walk(line, 0, 60)) Splat(p, d);
        }

        // Where no guide reaches, a slow noise turns the grid.
        var noise = new Noise(seed, "grid");
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var i = (row * Columns) + column;
                if (_x[i] != 0 || _y[i] != 0) continue;
                var free = Fourth(Circle.At(noise.At(column / 40.0, row / 40.0) * 0.25));
                (_x[i], _y[i]) = ((float)free.X, (float)free.Y);
            }
        }
    }

    /// <summary>The direction of the grid at a place that turns least from the direction one comes with.</summary>
    public Vec At(Vec p, Vec coming)
    {
        var at = (p - Corner) * (1 / Cell);
        var z = new Vec(Raster.Between(_x, Columns, Rows, at), Raster.Between(_y, Columns, Rows, at)).Unit;
        var d = Half(Half(z));
        if (Math.Abs(d.Dot(coming)) < Math.Abs(d.Left.Dot(coming))) d = d.Left;
        return d.Dot(coming) < 0 ? d * -1 : d;
    }

    private void Splat(Vec p, Vec direction)
    {
        var z = Fourth(direction);
        var at = (p - Corner) * (1 / Cell);
        var span = (int)(Reach / Cell);
        for (var row = Math.Max(0, (int)at.Y - span); row <= Math.Min(Rows - 1, (int)at.Y + span); row++)
        {
            for (var column = Math.Max(0, (int)at.X - span); column <= Math.Min(Columns - 1, (int)at.X + span); column++)
            {
                var d2 = new Vec(column - at.X, row - at.Y) is var d ? d.Dot(d) * (Cell * Cell) : 0;
                if (d2 > Reach * Reach) continue;
                var near = 1 / (1 + (d2 / 14000));
                var weight = (float)(near * near);
                var i = (row * Columns) + column;
                _x[i] += weight * (float)z.X;
                _y[i] += weight * (float)z.Y;
            }
        }
    }

    private static Vec Fourth(Vec d) => Twice(Twice(d));

    private static Vec Twice(Vec d) => new((d.X * d.X) - (d.Y * d.Y), 2 * d.X * d.Y);

    private static Vec Half(Vec z)
    {
        var x = Math.Sqrt(Math.Max(0, (1 + z.X) / 2));
        var y = Math.Sqrt(Math.Max(0, (1 - z.X) / 2));
        return new(x, z.Y < 0 ? -y : y);
    }
}
