using CityMap.Geo.Coordinates;
using CityMap.Grains.Contracts;

namespace CityMap.Grains.Rules;

/// <summary>Turns two numbers into a position, or says what is wrong with them.</summary>
internal static class PositionRule
{
    public static Refusal? Check(double lon, double lat, out LonLat position) =>
        LonLat.TryCreate(lon, lat, out position, out var problem)
            ? null
            : new Refusal(RefusalCodes.CoordinateOutOfRange, problem!.Reason)
            {
                Field = $"position.{problem.Field}",
                Expected = "longitude −180 to 180 first, then latitude −90 to 90, in degrees",
            };
}
