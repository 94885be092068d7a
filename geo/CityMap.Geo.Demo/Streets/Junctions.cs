using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>Where larger streets meet.</summary>
internal static class Junctions
{
    /// <summary>
    /// Meeting points of streets up to a class, at least some metres apart, with both names; those of the largest streets first.
    /// </summary>
    public static List<(Vec At, string Street, string Other)> Find(StreetNetwork network, StreetClass lowest, double apart)
    {
        var found = new List<(Vec At, StreetClass Rank, string Street, string Other)>();
        for (var i = 0; i < network.Streets.Count; i++)
        {
            var street = network.Streets[i];
            if (street.Class > lowest || street.Bridge) continue;
            for (var k = 0; k + 1 < street.Line.Count; k++)
            {
                Vec a = street.Line[k], b = street.Line[k + 1];
                foreach (var s in network.Segments.Near(a.Toward(b, 0.5), a.To(b)))
                {
                    var (c, d, owner) = network.Segments[s];
                    var other = network.Streets[owner];
                    if (owner <= i || other.Class > lowest || other.Bridge || other.Name == street.Name) continue;
                    var rank = street.Class > other.Class ? street.Class : other.Class;
                    if (Meeting(a, b, c, d) is { } at) found.Add((at, rank, street.Name, other.Name));
                }
            }
        }

        var result = new List<(Vec At, string Street, string Other)>();
        foreach (var (at, _, street, other) in found.OrderBy(f => f.Rank))
        {
            if (!result.Exists(r => r.At.To(at) < apart)) result.Add((at, street, other));
        }

        return result;
    }

    // Where two segments cross, or where the end of one rests on the other.
    private static Vec? Meeting(Vec a, Vec b, Vec c, Vec d)
    {
        Vec r = b - a, s = d - c;
        var cross = r.Cross(s);
        if (Math.Abs(cross) < 1e-9) return null;
        double t = (c - a).Cross(s) / cross, u = (c - a).Cross(r) / cross;
        return t is >= -0.02 and <= 1.02 && u is >= -0.02 and <= 1.02 ? a + (r * Math.Clamp(t, 0, 1)) : null;
    }
}
