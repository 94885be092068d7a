using System.Globalization;

namespace CityMap.Geo.Coordinates;

/// <summary>
/// The coordinate systems a pair of numbers could be in. Neighbouring zones put the same numbers a few kilometres apart and both are plausible,
/// so the right one is for a person to say.
/// </summary>
public static class CrsCandidates
{
    /// <summary>True when the numbers cannot be degrees: metres are rarely below a thousand.</summary>
    public static bool LooksProjected(double x, double y) => double.IsFinite(x) && double.IsFinite(y) && (Math.Abs(x) > 1000 || Math.Abs(y) > 1000);

    /// <summary>Those in metres that put the pair within their area of use, the narrowest area first.</summary>
    public static IReadOnlyList<Crs> Of(double x, double y) =>
    [
        .. from crs in CrsCatalogue.All
           where !crs.IsGeographic
           let ground = crs.ToGround(x, y)
           where Inside(crs.Area, ground.Lon, ground.Lat)
           orderby (crs.Area.East - crs.Area.West) * (crs.Area.North - crs.Area.South)
           select crs,
    ];

    /// <summary>A sentence for a person: what the numbers are, and what they could be.</summary>
    public static string Explain(double x, double y)
    {
        var numbers = string.Create(CultureInfo.InvariantCulture, $"The coordinates ({x:0.###}, {y:0.###}) are no degrees, and nothing says in which coordinate system they are.");
        var candidates = Of(x, y);
        var swapped = candidates.All(IsWorldwide) ? Of(y, x).Where(crs => !IsWorldwide(crs)).ToList() : [];
        var answer = (candidates.Count, swapped.Count) switch
        {
            (0, 0) => $"None of the known systems fits: {string.Join(", ", CrsCatalogue.All.Select(crs => $"EPSG:{crs.Code}"))}.",
            (0, _) => $"None of the known systems fits. {OtherWayRound(swapped)}",
            (_, 0) => $"State it with crs; it could be {Describe(candidates)}.",
            _ => $"State it with crs; it could be {Describe(candidates)}. {OtherWayRound(swapped)}",
        };
        return $"{numbers} {answer}";
    }

    private static string OtherWayRound(List<Crs> swapped) => $"With x and y the other way round (Vietnamese surveys call the northing X) it could be {Describe(swapped)}.";

    private static bool IsWorldwide(Crs crs) => crs.Area.East - crs.Area.West > 180;

    private static string Describe(IEnumerable<Crs> candidates) => string.Join("; ", candidates.Select(crs => $"{crs}: {crs.Places}"));

    private static bool Inside(Bounds area, double lon, double lat) => lon >= area.West && lon <= area.East && lat >= area.South && lat <= area.North;
}
