namespace CityMap.Geo.Searching;

/// <summary>Chooses what of many kinds is shown: no kind crowds the others out, and the kind with the best match comes first.</summary>
public static class SearchGroups
{
    /// <summary>What one kind is worth more than the next when matches are equally good.</summary>
    private const int KindWeight = 10;

    /// <summary>Puts groups in order and cuts them to a number of hits in all.</summary>
    /// <param name="found">What was found, best first within each kind.</param>
    /// <param name="limit">How many hits in all, at least 1.</param>
    public static IReadOnlyList<SearchGroup> Choose(IEnumerable<SearchGroup> found, int limit)
    {
        var groups = found.Where(group => group.Hits.Count > 0).OrderByDescending(Worth).ThenBy(group => group.Kind).ToList();
        if (groups.Count == 0) return [];
        // In turns, so that a limit smaller than what was found leaves something of every kind.
        var taken = new int[groups.Count];
        for (var (left, turn) = (limit, 0); left > 0 && groups.Exists(group => group.Hits.Count > turn); turn++)
        {
            for (var g = 0; g < groups.Count && left > 0; g++)
            {
                if (groups[g].Hits.Count <= turn) continue;
                taken[g]++;
                left--;
            }
        }

        return [.. groups.Select((group, g) => group with { Hits = [.. group.Hits.Take(taken[g])] }).Where(group => group.Hits.Count > 0)];
    }

    private static int Worth(SearchGroup group) => group.Hits[0].Score - ((int)group.Kind * KindWeight);
}
