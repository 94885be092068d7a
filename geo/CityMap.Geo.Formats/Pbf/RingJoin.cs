namespace CityMap.Geo.Formats.Pbf;

/// <summary>Joins ways into rings at their ends.</summary>
internal static class RingJoin
{
    /// <summary>The rings; null when more than two ways meet at an end, so that there are several ways to join them.</summary>
    /// <returns>And an end at which nothing goes on; then there is no area.</returns>
    public static (List<ulong[]>? Rings, ulong? Open) Join(IReadOnlyList<ulong[]> ways)
    {
        var rings = new List<ulong[]>();
        var ends = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < ways.Count; i++)
        {
            if (ways[i].Length < 2) continue;
            if (ways[i][0] == ways[i][^1])
            {
                rings.Add(ways[i]);
                continue;
            }

            EndsAt(ends, ways[i][0]).Add(i);
            EndsAt(ends, ways[i][^1]).Add(i);
        }

        foreach (var (end, meeting) in ends)
        {
            if (meeting.Count % 2 != 0) return (null, end);
        }

        if (ends.Values.Any(meeting => meeting.Count > 2)) return (null, null);
        var used = new bool[ways.Count];
        foreach (var start in ends.Values.SelectMany(meeting => meeting))
        {
            if (!used[start]) rings.Add(Follow(ways, ends, used, start));
        }

        return (rings, null);
    }

    private static ulong[] Follow(IReadOnlyList<ulong[]> ways, Dictionary<ulong, List<int>> ends, bool[] used, int start)
    {
        var ring = new List<ulong>(ways[start]);
        used[start] = true;
        while (ring[^1] != ring[0])
        {
            var meeting = ends[ring[^1]];
            var next = used[meeting[0]] ? meeting[1] : meeting[0];
            used[next] = true;
            var way = ways[next];
            if (way[0] == ring[^1]) ring.AddRange(way.AsSpan(1));
            else for (var i = way.Length - 2; i >= 0; i--) ring.Add(way[i]);
        }

        return [.. ring];
    }

    private static List<int> EndsAt(Dictionary<ulong, List<int>> ends, ulong position)
    {
        if (!ends.TryGetValue(position, out var meeting)) ends.Add(position, meeting = []);
        return meeting;
    }
}
