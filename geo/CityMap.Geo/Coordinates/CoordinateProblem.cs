using System.Globalization;

namespace CityMap.Geo.Coordinates;

/// <summary>Why a pair of numbers is not a position on the ground, in words a person can act on.</summary>
/// <param name="Field">Which of the two is wrong: <c>lon</c> or <c>lat</c>.</param>
/// <param name="Reason">One sentence; for a swapped pair it ends with "did you mean …?".</param>
public sealed record CoordinateProblem(string Field, string Reason)
{
    /// <summary>Looks at a pair before it becomes a position; null means nothing is wrong.</summary>
    public static CoordinateProblem? Find(double lon, double lat)
    {
        if (!double.IsFinite(lon)) return new("lon", "The longitude is not a finite number.");
        if (!double.IsFinite(lat)) return new("lat", "The latitude is not a finite number.");
        if (lat is < -90 or > 90)
        {
            // A latitude that only works as a longitude, beside a longitude that works as a latitude, is a swapped pair.
            var hint = lat is >= -180 and <= 180 && lon is >= -90 and <= 90
                ? string.Create(CultureInfo.InvariantCulture, $" Longitude comes first: did you mean lon {lat}, lat {lon}?")
                : "";
            return new("lat", string.Create(CultureInfo.InvariantCulture, $"The latitude {lat} is outside −90 to 90.{hint}"));
        }

        return lon is < -180 or > 180
            ? new("lon", string.Create(CultureInfo.InvariantCulture, $"The longitude {lon} is outside −180 to 180."))
            : null;
    }
}
