using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Which segments to merge, and how: a log-structured merge, so that each row is rewritten a handful of times in its life.</summary>
internal static class SegmentMerge
{
    private const int FewEnough = 8;

    /// <summary>The newest segments worth merging, or null: enough of them, none much larger than those after it together.</summary>
    public static Range? Choose(LiveSegment[] segments)
    {
        var (first, newer) = (segments.Length, 0L);
        while (first > 0 && segments[first - 1].Rows <= 2 * Math.Max(newer, 256))
        {
            first--;
            newer += segments[first].Rows;
        }

        if (segments.Length - first >= FewEnough) return first..segments.Length;
        // A segment that is mostly dead is merged with all that came after it.
        var hollow = Array.FindIndex(segments, s => s.Dead > s.Rows / 2 && s.Rows > 1024);
        return hollow >= 0 ? hollow..segments.Length : null;
    }

    /// <summary>The living rows as one segment; null when there are none.</summary>
    public static LiveSegment? Merge(LayerInfo layer, LiveSegment[] sources, int generation)
    {
        var builder = new SegmentBuilder(layer);
        foreach (var source in sources)
        {
            for (var row = 0; row < source.Rows; row++)
            {
                if (source.Alive(row, generation)) builder.Add(source, row);
            }
        }

        return builder.Count == 0 ? null : builder.Build();
    }
}
