namespace CityMap.Geo.Coordinates;

/// <summary>
/// A position on the ground in WGS 84 (OGC:CRS84): longitude first, then latitude, both in degrees.
/// Always finite and in range: a value that is not cannot be made.
/// </summary>
public readonly record struct LonLat
{
    /// <summary>Makes a position.</summary>
    /// <param name="lon">Longitude in degrees, −180 to 180.</param>
    /// <param name="lat">Latitude in degrees, −90 to 90.</param>
    /// <exception cref="CoordinateException">Not finite, or out of range.</exception>
    public LonLat(double lon, double lat)
    {
        if (CoordinateProblem.Find(lon, lat) is { } problem) throw new CoordinateException(problem);
        Lon = lon;
        Lat = lat;
    }

    /// <summary>Longitude in degrees, −180 to 180, east positive.</summary>
    public double Lon { get; }

    /// <summary>Latitude in degrees, −90 to 90, north positive.</summary>
    public double Lat { get; }

    /// <summary>Makes a position, or says what is wrong with it.</summary>
    public static bool TryCreate(double lon, double lat, out LonLat position, out CoordinateProblem? problem)
    {
        problem = CoordinateProblem.Find(lon, lat);
        position = problem is null ? new LonLat(lon, lat) : default;
        return problem is null;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Lon:0.######},{Lat:0.######}");
}
