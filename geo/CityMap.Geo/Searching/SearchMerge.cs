using CityMap.Geo.Indexing.Columns;

namespace CityMap.Geo.Searching;

/// <summary>
/// Joins segments: their words are sorted, so they are read side by side, and each list of places is the lists of the segments one after another.
/// </summary>
internal static class SearchMerge
{
    /// <summary>The rows of some segments that live in a generation as one; null when there are none.</summary>
    public static SearchSegment? Of(ReadOnlySpan<SearchSegment> segments, int generation)
    {
        var ids = new List<IdKey>();
        var rows = new List<SearchRow>();
        var moved = new int[segments.Length][];
        for (var i = 0; i < segments.Length; i++) moved[i] = Move(segments[i], generation, ids, rows);
        if (rows.Count == 0) return null;

        var (words, starts, postings) = (new List<string>(), new List<int> { 0 }, new List<int>());
        var at = new int[segments.Length];
        while (Least(segments, at) is { } word)
        {
            for (var i = 0; i < segments.Length; i++)
            {
                if (at[i] == segments[i].Words.Length || segments[i].Words[at[i]] != word) continue;
                foreach (var posting in segments[i].Postings(at[i]))
                {
                    if (moved[i][Posting.Row(posting)] is var row and >= 0) postings.Add(Posting.At(row, posting));
                }

                at[i]++;
            }

            if (postings.Count == starts[^1]) continue;
            words.Add(word);
            starts.Add(postings.Count);
        }

        return new(IdColumn.Of([.. ids]), [.. words], [.. starts], [.. postings], [.. rows]);
    }

    private static int[] Move(SearchSegment segment, int generation, List<IdKey> ids, List<SearchRow> rows)
    {
        var moved = new int[segment.Count];
        for (var row = 0; row < moved.Length; row++)
        {
            moved[row] = segment.IsDead(row, generation) ? -1 : rows.Count;
            if (moved[row] < 0) continue;
            ids.Add(segment.Ids.KeyOf(row));
            rows.Add(segment.Row(row));
        }

        return moved;
    }

    private static string? Least(ReadOnlySpan<SearchSegment> segments, int[] at)
    {
        string? least = null;
        for (var i = 0; i < segments.Length; i++)
        {
            if (at[i] == segments[i].Words.Length) continue;
            var word = segments[i].Words[at[i]];
            if (least is null || string.CompareOrdinal(word, least) < 0) least = word;
        }

        return least;
    }
}
