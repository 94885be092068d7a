namespace CityMap.Geo.Coordinates;

/// <summary>
/// EPSG:3857, the projection of web maps, in metres from (0,0), x east and y north. Latitudes beyond ±<see cref="MaxLatitude"/> are
/// clamped to the edge of the square. Source: EPSG guidance note 7-2, method 1024.
/// </summary>
public static class WebMercator
{
    /// <summary>Half the side of the square world, metres.</summary>
    public const double HalfWorld = 20037508.342789244;

    /// <summary>The latitude at the top edge of the square world, degrees.</summary>
    public const double MaxLatitude = 85.051128779806604;

    private const double Degrees = 180 / Math.PI;

    /// <summary>Longitude in degrees to x in metres.</summary>
    public static double X(double lon) => lon * (HalfWorld / 180);

    /// <summary>Latitude in degrees to y in metres.</summary>
    public static double Y(double lat)
    {
        if (lat >= MaxLatitude) return HalfWorld;
        if (lat <= -MaxLatitude) return -HalfWorld;
        return HalfWorld / Math.PI * Math.Atanh(Math.Sin(lat / Degrees));
    }

    /// <summary>x in metres to longitude in degrees.</summary>
    public static double Lon(double x) => x * (180 / HalfWorld);

    /// <summary>y in metres to latitude in degrees.</summary>
    public static double Lat(double y) => Math.Atan(Math.Sinh(y * (Math.PI / HalfWorld))) * Degrees;
}
