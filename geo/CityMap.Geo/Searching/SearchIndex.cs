using CityMap.Geo.Indexing.Columns;

namespace CityMap.Geo.Searching;

/// <summary>
/// Entries of one kind in memory, found by the beginnings of their words. Built at once, then carried on change by change by one
/// writer; readers never wait. It keeps words and places, not texts: whoever asks says how an id is read.
/// </summary>
public sealed class SearchIndex
{
    private readonly Lock _writing = new();
    private volatile Snapshot _current;

    private SearchIndex(SearchSegment[] segments) => _current = new(segments, 0, segments.Sum(segment => segment.Count));

    /// <summary>How many entries there are.</summary>
    public int Count => _current.Count;

    /// <summary>Holds these entries; ids must differ.</summary>
    public static SearchIndex Build(IEnumerable<SearchEntry> entries)
    {
        var builder = new SearchSegmentBuilder();
        foreach (var entry in entries) builder.Add(entry);
        return new(builder.Count == 0 ? [] : [builder.Build()]);
    }

    /// <summary>Replaces entries by id, all at once: a search finds each as it was or as it is now. A null takes one out.</summary>
    public void Apply(IReadOnlyDictionary<string, SearchEntry?> changes)
    {
        lock (_writing)
        {
            var builder = new SearchSegmentBuilder();
            var (segments, generation, count) = (_current.Segments, _current.Generation + 1, _current.Count);
            foreach (var (id, entry) in changes)
            {
                var key = new IdKey(id);
                foreach (var segment in segments)
                {
                    if (segment.Kill(key, generation)) count--;
                }

                if (entry is not null) builder.Add(entry, key);
            }

            if (builder.Count > 0) segments = Merge([.. segments, builder.Build()], generation);
            _current = new(segments, generation, count + builder.Count);
        }
    }

    /// <summary>The best matches, and how many there are in all.</summary>
    /// <param name="query">What is searched.</param>
    /// <param name="most">How many are wanted at most.</param>
    /// <param name="read">Reads an entry by its id; null when it is gone by now, which leaves it out.</param>
    public (int Matched, IReadOnlyList<SearchHit> Hits) Find(SearchQuery query, int most, Func<string, SearchEntry?> read)
    {
        var best = new SearchBest(most);
        var (matched, now) = (0, _current);
        foreach (var segment in now.Segments) matched += SearchScan.Run(segment, now.Generation, query, best);
        var hits = new List<SearchHit>(most);
        foreach (var (id, score, metres) in best.Finish())
        {
            if (read(id) is { } entry) hits.Add(new(entry, score, query.View is null || entry.Position is null ? null : metres));
        }

        return (matched, hits);
    }

    // The newest segments join until each is at least three times as large as what follows: few segments, and each entry is moved seldom.
    private static SearchSegment[] Merge(SearchSegment[] segments, int generation)
    {
        var (from, gathered) = (segments.Length - 1, segments[^1].Count);
        while (from > 0 && segments[from - 1].Count < 3 * gathered) gathered += segments[--from].Count;
        if (from == segments.Length - 1) return segments;
        return SearchMerge.Of(segments.AsSpan(from), generation) is { } merged ? [.. segments[..from], merged] : segments[..from];
    }

    /// <summary>What a search reads: a row is there unless it had died by this generation.</summary>
    private sealed record Snapshot(SearchSegment[] Segments, int Generation, int Count);
}
