using System.Buffers;

namespace CityMap.Geo.Searching;

/// <summary>
/// Finds the rows of a segment in which every wanted word begins some word. Each row gathers, word by word, how many words it
/// met (8 bits), what the present word gained it (8 bits) and what all did (16 bits).
/// </summary>
internal static class SearchScan
{
    private const int OneWord = 1 << 24;
    private const int WordShift = 24;

    public static int Run(SearchSegment segment, int generation, SearchQuery query, SearchBest best)
    {
        var words = query.Words;
        if (words.Count == 0 || segment.Count == 0) return 0;
        var states = ArrayPool<int>.Shared.Rent(segment.Count);
        try
        {
            states.AsSpan(0, segment.Count).Clear();
            for (var i = 0; i < words.Count; i++)
            {
                if (!Meet(segment, words[i], i, states)) return 0;
            }

            return Collect(segment, generation, query, states, best);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(states);
        }
    }

    private static bool Meet(SearchSegment segment, string wanted, int nth, int[] states)
    {
        var (from, to) = segment.Beginning(wanted);
        for (var word = from; word < to; word++)
        {
            var whole = segment.Words[word].Length == wanted.Length;
            foreach (var posting in segment.Postings(word))
            {
                ref var state = ref states[Posting.Row(posting)];
                var met = state >>> WordShift;
                var gain = Posting.Gain(posting, whole);
                if (met == nth)
                {
                    state = ((nth + 1) << WordShift) | (gain << 16) | ((state & 0xFFFF) + gain);
                }
                else if (met == nth + 1 && gain > ((state >>> 16) & 0xFF))
                {
                    state = (met << WordShift) | (gain << 16) | ((state & 0xFFFF) + gain - ((state >>> 16) & 0xFF));
                }
            }
        }

        return from < to;
    }

    private static int Collect(SearchSegment segment, int generation, SearchQuery query, int[] states, SearchBest best)
    {
        var matched = 0;
        var every = query.Words.Count * OneWord;
        for (var row = 0; row < segment.Count; row++)
        {
            if (states[row] < every || segment.IsDead(row, generation)) continue;
            matched++;
            var at = segment.Row(row);
            var metres = query.Metres(at.Lon, at.Lat);
            best.Offer(segment, row, Score(at, states[row] & 0xFFFF, query, metres), metres);
        }

        return matched;
    }

    // Quality weighs most; a whole name said whole comes before every other; then what is open, then what is near.
    private static int Score(SearchRow row, int gained, SearchQuery query, double metres)
    {
        var words = query.Words.Count;
        var quality = gained * 16 / words;
        var wholeName = gained >= (13 * words) + 2 && (row.NameWords == words || row.OtherWords == words);
        return quality + (wholeName ? 256 : 0) + (row.Favoured ? 40 : 0) - (12 * query.Remoteness(metres));
    }
}
