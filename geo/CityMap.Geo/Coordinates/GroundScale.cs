namespace CityMap.Geo.Coordinates;

/// <summary>
/// How long a degree is on the ground near one latitude (WGS 84 series expansion; better than 0.1 % for distances up to 50 km
/// away from the poles). Turns small differences of degrees into metres without a projection.
/// </summary>
internal readonly record struct GroundScale(double LonMetres, double LatMetres)
{
    public static GroundScale At(double lat)
    {
        var phi = lat * (Math.PI / 180);
        var lonMetres = (111412.84 * Math.Cos(phi)) - (93.5 * Math.Cos(3 * phi)) + (0.118 * Math.Cos(5 * phi));
        var latMetres = 111132.954 - (559.822 * Math.Cos(2 * phi)) + (1.175 * Math.Cos(4 * phi));
        return new(Math.Max(lonMetres, 0), latMetres);
    }
}
