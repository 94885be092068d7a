namespace CityMap.Grains.Districts.Trends;

/// <summary>
/// When incidents became open in one district and when they ceased to be, in order of time: 9 bytes a move. Not safe for several threads.
/// </summary>
internal sealed class DistrictMoves
{
    private readonly List<long> _at = [];
    private readonly List<bool> _came = [];

    /// <summary>Adds a move; most are the latest, the others find their place.</summary>
    /// <param name="at">When, UTC ticks.</param>
    /// <param name="came">True when an incident became open here, false when one ceased to be.</param>
    public void Add(long at, bool came)
    {
        var place = _at.Count == 0 || _at[^1] <= at ? _at.Count : After(at);
        _at.Insert(place, at);
        _came.Insert(place, came);
    }

    /// <summary>Takes over moves in any order.</summary>
    public static DistrictMoves Of(List<(long At, bool Came)> moves)
    {
        moves.Sort(static (a, b) => a.At.CompareTo(b.At));
        var sorted = new DistrictMoves();
        sorted._at.EnsureCapacity(moves.Count);
        sorted._came.EnsureCapacity(moves.Count);
        foreach (var (at, came) in moves)
        {
            sorted._at.Add(at);
            sorted._came.Add(came);
        }

        return sorted;
    }

    /// <summary>How many were open at each of some moments, and how many came and went between them.</summary>
    /// <param name="areaId">Whose figures these are.</param>
    /// <param name="moments">UTC ticks, rising. What happened at a moment belongs to what ends with it.</param>
    public DistrictTrend Over(string areaId, ReadOnlySpan<long> moments)
    {
        var open = new long[moments.Length];
        var (came, went) = (new long[moments.Length - 1], new long[moments.Length - 1]);
        var (next, now) = (0, 0L);
        for (var i = 0; i < moments.Length; i++)
        {
            for (; next < _at.Count && _at[next] <= moments[i]; next++)
            {
                now += _came[next] ? 1 : -1;
                if (i > 0) (_came[next] ? came : went)[i - 1]++;
            }

            open[i] = now;
        }

        return new(areaId, open, came, went);
    }

    private int After(long at)
    {
        var (low, high) = (0, _at.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_at[middle] <= at) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
