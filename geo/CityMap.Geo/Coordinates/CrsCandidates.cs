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

    /// <summary>The systems the numbers of a file could be in, each with where they would lie; empty when none of them fits.</summary>
    /// <param name="x">Of the first position.</param>
    /// <param name="y">Of the first position.</param>
    /// <param name="extent">West, south, east, north of all positions looked at, in the file's own numbers.</param>
    public static IReadOnlyList<CrsCandidate> Place(double x, double y, (double West, double South, double East, double North) extent)
    {
        var systems = LooksProjected(x, y) ? Of(x, y) : [.. CrsCatalogue.All.Where(crs => crs.IsGeographic && Inside(crs.Area, x, y))];
        return [.. systems.Select(crs => Place(crs, x, y, extent)).OfType<CrsCandidate>()];
    }

    /// <summary>A sentence for a person: what the numbers are, and what they could be.</summary>
    public static string Explain(double x, double y)
    {
        var numbers = string.Create(CultureInfo.InvariantCulture, $"The coordinates ({x:0.###}, {y:0.###}) are no degrees, and nothing says in which coordinate system they are.");
        if (!LooksProjected(x, y))
        {
            return string.Create(CultureInfo.InvariantCulture, $"Nothing says in which coordinate system the coordinates ({x:0.######}, {y:0.######}) are. State it with crs: 4326 if they are degrees of WGS 84, 4756 if they are degrees of VN-2000.");
        }

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

    private static CrsCandidate? Place(Crs crs, double x, double y, (double West, double South, double East, double North) extent)
    {
        var first = crs.ToGround(x, y);
        if (CoordinateProblem.Find(first.Lon, first.Lat) is not null) return null;
        var bounds = Bounds.Of(new(first.Lon, first.Lat), new(first.Lon, first.Lat));
        foreach (var corner in ((double X, double Y)[])[(extent.West, extent.South), (extent.East, extent.South), (extent.East, extent.North), (extent.West, extent.North)])
        {
            var (lon, lat) = crs.ToGround(corner.X, corner.Y);
            if (CoordinateProblem.Find(lon, lat) is not null) continue;
            bounds = new(Math.Min(bounds.West, lon), Math.Min(bounds.South, lat), Math.Max(bounds.East, lon), Math.Max(bounds.North, lat));
        }

        return new(crs, new(first.Lon, first.Lat), bounds);
    }

    private static string OtherWayRound(List<Crs> swapped) => $"With x and y the other way round (Vietnamese surveys call the northing X) it could be {Describe(swapped)}; in a table, name the column of the easting as lon and that of the northing as lat.";

    private static bool IsWorldwide(Crs crs) => crs.Area.East - crs.Area.West > 180;

    private static string Describe(IEnumerable<Crs> candidates) => string.Join("; ", candidates.Select(crs => $"{crs}: {crs.Places}"));

    private static bool Inside(Bounds area, double lon, double lat) => lon >= area.West && lon <= area.East && lat >= area.South && lat <= area.North;
}
