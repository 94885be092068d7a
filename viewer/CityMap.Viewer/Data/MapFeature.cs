namespace CityMap.Viewer.Data;

/// <summary>
/// A feature ready to be drawn. Places are in the unit square of Web Mercator (EPSG:3857): x from 0 in the west to 1 in the east, y from
/// 0 in the north to 1 in the south.
/// </summary>
public sealed class MapFeature
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its key within its source.</param>
    /// <param name="kind">What it is made of.</param>
    /// <param name="xy">x and y in turn.</param>
    /// <param name="starts">At which point each part (line or ring) begins.</param>
    /// <param name="attributes">Values by name: text, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or <see cref="DateTimeOffset"/>.</param>
    public MapFeature(string id, ShapeKind kind, double[] xy, int[] starts, IReadOnlyDictionary<string, object?> attributes)
    {
        (Id, Kind, Xy, Starts, Attributes) = (id, kind, xy, starts, attributes);
        (MinX, MinY, MaxX, MaxY) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var i = 0; i < xy.Length; i += 2)
        {
            (MinX, MaxX) = (Math.Min(MinX, xy[i]), Math.Max(MaxX, xy[i]));
            (MinY, MaxY) = (Math.Min(MinY, xy[i + 1]), Math.Max(MaxY, xy[i + 1]));
        }
    }

    /// <summary>Its key within its source.</summary>
    public string Id { get; }

    /// <summary>What it is made of.</summary>
    public ShapeKind Kind { get; }

    /// <summary>x and y in turn.</summary>
    public double[] Xy { get; }

    /// <summary>At which point each part begins.</summary>
    public int[] Starts { get; }

    /// <summary>Values by name.</summary>
    public IReadOnlyDictionary<string, object?> Attributes { get; }

    /// <summary>Its box.</summary>
    public double MinX { get; }

    /// <summary>Its box.</summary>
    public double MinY { get; }

    /// <summary>Its box.</summary>
    public double MaxX { get; }

    /// <summary>Its box.</summary>
    public double MaxY { get; }

    /// <summary>The points of a part, first and one beyond the last.</summary>
    public (int First, int End) Part(int part) => (Starts[part], part + 1 < Starts.Length ? Starts[part + 1] : Xy.Length / 2);
}
