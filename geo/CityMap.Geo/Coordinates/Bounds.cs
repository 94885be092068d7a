using System.Globalization;

namespace CityMap.Geo.Coordinates;

/// <summary>
/// A box in WGS 84 degrees. <see cref="West"/> greater than <see cref="East"/> means that it crosses the antimeridian
/// (RFC 7946 §5.2; OGC API Features 1.0 §7.15.3). Edges belong to the box.
/// </summary>
public readonly record struct Bounds
{
    /// <summary>Makes a box; every corner must be a position and south may not exceed north.</summary>
    /// <exception cref="CoordinateException">A corner is not a position, or south lies north of north.</exception>
    public Bounds(double west, double south, double east, double north)
    {
        _ = new LonLat(west, south);
        _ = new LonLat(east, north);
        if (south > north)
        {
            throw new CoordinateException(new("lat", string.Create(
                CultureInfo.InvariantCulture, $"The box's south {south} lies north of its north {north}.")));
        }

        (West, South, East, North) = (west, south, east, north);
    }

    /// <summary>The whole world.</summary>
    public static Bounds World => new(-180, -90, 180, 90);

    /// <summary>Western edge, degrees.</summary>
    public double West { get; }

    /// <summary>Southern edge, degrees.</summary>
    public double South { get; }

    /// <summary>Eastern edge, degrees.</summary>
    public double East { get; }

    /// <summary>Northern edge, degrees.</summary>
    public double North { get; }

    /// <summary>True when the box runs over the line of 180°.</summary>
    public bool CrossesAntimeridian => West > East;

    /// <summary>The smallest box that holds both corners, not crossing the antimeridian.</summary>
    public static Bounds Of(LonLat a, LonLat b) =>
        new(Math.Min(a.Lon, b.Lon), Math.Min(a.Lat, b.Lat), Math.Max(a.Lon, b.Lon), Math.Max(a.Lat, b.Lat));

    /// <summary>True when the position lies inside or on the edge.</summary>
    public bool Contains(LonLat p) =>
        p.Lat >= South && p.Lat <= North
        && (CrossesAntimeridian ? p.Lon >= West || p.Lon <= East : p.Lon >= West && p.Lon <= East);

    /// <summary>True when the two boxes share at least a point.</summary>
    public bool Intersects(Bounds other)
    {
        if (South > other.North || other.South > North) return false;
        foreach (var (w, e) in Spans())
        {
            foreach (var (ow, oe) in other.Spans())
            {
                if (w <= oe && ow <= e) return true;
            }
        }

        return false;
    }

    /// <summary>The box cut at the antimeridian: one piece, or two when it crosses.</summary>
    public IReadOnlyList<Bounds> Split() =>
        CrossesAntimeridian ? [new(West, South, 180, North), new(-180, South, East, North)] : [this];

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{West},{South},{East},{North}");

    private (double West, double East)[] Spans() => CrossesAntimeridian ? [(West, 180), (-180, East)] : [(West, East)];
}
