using CityMap.Geo.Coordinates;

namespace CityMap.Geo.Tiles;

/// <summary>
/// One tile of the WebMercatorQuad tile matrix set (OGC 17-083r4): zoom, column from the west, row from the north.
/// Always within its zoom: an address that is not cannot be made.
/// </summary>
public readonly record struct TileAddress
{
    /// <summary>The deepest zoom there is.</summary>
    public const int MaxZoom = 24;

    /// <summary>Makes an address.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zoom outside 0 to 24, or column or row outside 0 to 2^zoom − 1.</exception>
    public TileAddress(int z, int x, int y)
    {
        if (!Exists(z, x, y)) throw new ArgumentOutOfRangeException(nameof(z), FormattableString.Invariant($"There is no tile {z}/{x}/{y}."));
        (Z, X, Y) = (z, x, y);
    }

    /// <summary>Zoom, 0 to 24.</summary>
    public int Z { get; }

    /// <summary>Column, counted from the west.</summary>
    public int X { get; }

    /// <summary>Row, counted from the north.</summary>
    public int Y { get; }

    /// <summary>Makes an address unless there is no such tile.</summary>
    public static bool TryCreate(int z, int x, int y, out TileAddress tile)
    {
        var exists = Exists(z, x, y);
        tile = exists ? new(z, x, y) : default;
        return exists;
    }

    /// <summary>The tile that holds a position; what lies beyond the projection belongs to the outermost row.</summary>
    public static TileAddress Containing(LonLat p, int z)
    {
        var side = 1 << z;
        var x = (int)Math.Floor((WebMercator.X(p.Lon) + WebMercator.HalfWorld) / (2 * WebMercator.HalfWorld) * side);
        var y = (int)Math.Floor((WebMercator.HalfWorld - WebMercator.Y(p.Lat)) / (2 * WebMercator.HalfWorld) * side);
        return new(z, Math.Clamp(x, 0, side - 1), Math.Clamp(y, 0, side - 1));
    }

    /// <summary>The side of a tile in EPSG:3857 metres.</summary>
    public double SideMetres => 2 * WebMercator.HalfWorld / (1 << Z);

    /// <summary>Western edge, EPSG:3857 metres.</summary>
    public double WestMetres => (X * SideMetres) - WebMercator.HalfWorld;

    /// <summary>Northern edge, EPSG:3857 metres.</summary>
    public double NorthMetres => WebMercator.HalfWorld - (Y * SideMetres);

    /// <summary>The ground it shows, degrees.</summary>
    public Bounds Bounds => BoundsWithMargin(0);

    /// <summary>The tile one zoom out, or null at zoom 0.</summary>
    public TileAddress? Parent => Z == 0 ? null : new(Z - 1, X >> 1, Y >> 1);

    /// <summary>The four tiles one zoom in: north-west, north-east, south-west, south-east; none at the deepest zoom.</summary>
    public IReadOnlyList<TileAddress> Children => Z == MaxZoom
        ? []
        : [new(Z + 1, 2 * X, 2 * Y), new(Z + 1, (2 * X) + 1, 2 * Y), new(Z + 1, 2 * X, (2 * Y) + 1), new(Z + 1, (2 * X) + 1, (2 * Y) + 1)];

    /// <summary>The ground it shows and a margin around it, as a share of its side (0.0625 is one sixteenth); cut at the edge of the world.</summary>
    public Bounds BoundsWithMargin(double share)
    {
        var margin = SideMetres * share;
        var west = Math.Max(WestMetres - margin, -WebMercator.HalfWorld);
        var east = Math.Min(WestMetres + SideMetres + margin, WebMercator.HalfWorld);
        var north = Math.Min(NorthMetres + margin, WebMercator.HalfWorld);
        var south = Math.Max(NorthMetres - SideMetres - margin, -WebMercator.HalfWorld);
        return new(
            Math.Max(WebMercator.Lon(west), -180), WebMercator.Lat(south), Math.Min(WebMercator.Lon(east), 180), WebMercator.Lat(north));
    }

    /// <summary>As in an address: zoom/column/row.</summary>
    public override string ToString() => FormattableString.Invariant($"{Z}/{X}/{Y}");

    private static bool Exists(int z, int x, int y) => z is >= 0 and <= MaxZoom && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;
}
