namespace CityMap.Geo.Demo.Ground;

/// <summary>Reading between the nodes of a raster.</summary>
internal static class Raster
{
    /// <summary>Bilinear value at a place given in cells; outside, the nearest edge.</summary>
    public static double Between(float[] values, int columns, int rows, Vec at)
    {
        double x = Math.Clamp(at.X, 0, columns - 1.001), y = Math.Clamp(at.Y, 0, rows - 1.001);
        int cx = (int)x, cy = (int)y;
        double u = x - cx, v = y - cy;
        var i = (cy * columns) + cx;
        var low = values[i] + ((values[i + 1] - values[i]) * u);
        var high = values[i + columns] + ((values[i + columns + 1] - values[i + columns]) * u);
        return low + ((high - low) * v);
    }
}
