using CityMap.Geo.Demo.Chance;

namespace CityMap.Geo.Demo.Ground;

/// <summary>Heights above the valleys, 0 (flat) to about 1 (mountain), on a raster of <see cref="Cell"/> metres.</summary>
internal sealed class Terrain
{
    /// <summary>Raster spacing, metres.</summary>
    public const double Cell = 80;

    /// <summary>South-western corner of the raster.</summary>
    public static readonly Vec Corner = new(-16000, -15200);

    /// <summary>Raster columns and rows.</summary>
    public const int Columns = 408, Rows = 420;

    private readonly float[] _height = new float[Columns * Rows];

    public Terrain(long seed, IEnumerable<IReadOnlyList<Vec>> valleys)
    {
        var near = ValleyDistance(valleys);
        var noise = new Noise(seed, "terrain");
        Parallel.For(0, Rows, row =>
        {
            for (var column = 0; column < Columns; column++)
            {
                var p = Corner + (new Vec(column, row) * Cell);
                var away = Ease(320, 2700, near(p)) * (1 - Ease(0, 1, 1.35 - (p.To(new(200, -200)) / 2600)));
                var rough = noise.Fractal(p.X / 1900, p.Y / 1900, 6);
                var east = Ease(6500, 12000, p.X) * Ease(-4500, 0, p.Y) * 0.25;
                // Beyond the communes the land sinks again, so that no forest ends at the edge of the raster.
                var rim = Cell * Math.Min(Math.Min(column, Columns - column), Math.Min(row, Rows - row));
                var inside = Ease(150, 2100, rim + (900 * rough));
                _height[(row * Columns) + column] = (float)(inside * away * (0.46 + (0.95 * rough) + east));
            }
        });
    }

    /// <summary>Height at a raster node.</summary>
    public double Node(int column, int row) => _height[(row * Columns) + column];

    /// <summary>Height anywhere, between the nodes; beyond the raster as at its edge.</summary>
    public double Height(Vec p) => Raster.Between(_height, Columns, Rows, (p - Corner) * (1 / Cell));

    /// <summary>0 below <paramref name="low"/>, 1 above <paramref name="high"/>, smooth between.</summary>
    public static double Ease(double low, double high, double v)
    {
        var t = Math.Clamp((v - low) / (high - low), 0, 1);
        return t * t * (3 - (2 * t));
    }

    // Distance to the nearest valley floor, on a coarse raster: it only shapes broad slopes.
    private static Func<Vec, double> ValleyDistance(IEnumerable<IReadOnlyList<Vec>> valleys)
    {
        const int step = 4;
        const int columns = (Columns / step) + 2, rows = (Rows / step) + 2;
        var distance = new float[columns * rows];
        var lines = valleys.ToArray();
        Parallel.For(0, rows, row =>
        {
            for (var column = 0; column < columns; column++)
            {
                var p = Corner + (new Vec(column, row) * (Cell * step));
                var best = double.MaxValue;
                foreach (var line in lines)
                {
                    for (var i = 0; i + 1 < line.Count; i++) best = Math.Min(best, p.ToSegment(line[i], line[i + 1], out _));
                }

                distance[(row * columns) + column] = (float)best;
            }
        });
        return p => Raster.Between(distance, columns, rows, (p - Corner) * (1 / (Cell * step)));
    }
}
