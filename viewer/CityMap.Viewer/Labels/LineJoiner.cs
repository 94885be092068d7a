using SkiaSharp;

namespace CityMap.Viewer.Labels;

/// <summary>Joins lines end to end.</summary>
internal static class LineJoiner
{
    /// <summary>As few lines as the ends allow; where more than two meet, some two are joined.</summary>
    public static IEnumerable<SKPoint[]> Join(IReadOnlyList<SKPoint[]> lines)
    {
        if (lines.Count == 1) return lines;
        var ends = new Dictionary<(int, int), LinkedList<SKPoint>>();
        var all = new HashSet<LinkedList<SKPoint>>();
        foreach (var line in lines)
        {
            var joined = new LinkedList<SKPoint>(line);
            all.Add(joined);
            if (Take(ends, Key(line[0])) is { } before && before != joined) Merge(joined, before, atStart: true, ends, all);
            if (Take(ends, Key(line[^1])) is { } after && after != joined) Merge(joined, after, atStart: false, ends, all);
            ends[Key(joined.First!.Value)] = joined;
            ends[Key(joined.Last!.Value)] = joined;
        }

        return all.Select(l => l.ToArray());
    }

    private static void Merge(LinkedList<SKPoint> line, LinkedList<SKPoint> other, bool atStart, Dictionary<(int, int), LinkedList<SKPoint>> ends, HashSet<LinkedList<SKPoint>> all)
    {
        all.Remove(other);
        ends.Remove(Key(other.First!.Value));
        ends.Remove(Key(other.Last!.Value));
        var joint = atStart ? line.First!.Value : line.Last!.Value;
        IEnumerable<SKPoint> onward = Key(other.First!.Value) == Key(joint) ? other : other.Reverse();
        foreach (var point in onward.Skip(1).ToList())
        {
            if (atStart) line.AddFirst(point);
            else line.AddLast(point);
        }
    }

    private static LinkedList<SKPoint>? Take(Dictionary<(int, int), LinkedList<SKPoint>> ends, (int, int) key) => ends.Remove(key, out var line) ? line : null;

    private static (int, int) Key(SKPoint p) => ((int)MathF.Round(p.X * 4), (int)MathF.Round(p.Y * 4));
}
