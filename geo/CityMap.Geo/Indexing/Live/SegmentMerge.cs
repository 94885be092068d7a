using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Which segments to merge, and how: a log-structured merge, so that each row is rewritten a handful of times in its life.</summary>
internal static class SegmentMerge
{
    private const int FewEnough = 8;
    private const int FewEnoughSmall = 24;
    private const int Small = 512;

    /// <summary>
    /// The newest segments worth merging, or null: many small ones, which are what single commits leave; else enough larger ones, none much
    /// larger than those after it together.
    /// </summary>
    public static Range? Choose(LiveSegment[] segments)
    {
        var larger = segments.Length;
        while (larger > 0 && segments[larger - 1].Rows <= Small) larger--;
        if (segments.Length - larger >= FewEnoughSmall) return larger..segments.Length;
        var (first, newer) = (larger, 0L);
        while (first > 0 && (first == larger || segments[first - 1].Rows <= 2 * newer))
        {
            first--;
            newer += segments[first].Rows;
        }

        if (larger - first >= FewEnough) return first..larger;
        // A segment that is mostly dead is merged with all that came after it.
        var hollow = Array.FindIndex(segments, s => s.Dead > s.Rows / 2 && s.Rows > 1024);
        return hollow >= 0 ? hollow..segments.Length : null;
    }

    /// <summary>The living rows as one segment; null when there are none.</summary>
    public static LiveSegment? Merge(LayerInfo layer, LiveSegment[] sources, int generation)
    {
        var builder = new SegmentBuilder(layer, sources.Sum(source => source.Rows - source.Dead));
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
