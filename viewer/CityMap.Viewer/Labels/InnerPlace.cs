using CityMap.Viewer.Drawing;
using SkiaSharp;

namespace CityMap.Viewer.Labels;

/// <summary>A place well inside an area, for its name.</summary>
internal static class InnerPlace
{
    /// <summary>The middle of the widest stretch inside the area among a few horizontal lines; null when there is none.</summary>
    public static SKPoint? Of(Outline area)
    {
        var box = area.Box();
        var (best, widest) = (default(SKPoint?), 0f);
        for (var share = 1; share < 8; share++)
        {
            var y = box.Top + (box.Height * share / 8f);
            var crossings = Crossings(area, y);
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                // Lines near the middle are worth more than those at the edges.
                var width = (crossings[i + 1] - crossings[i]) * (1 - (MathF.Abs(share - 4) * 0.12f));
                if (width > widest) (best, widest) = (new((crossings[i] + crossings[i + 1]) / 2, y), width);
            }
        }

        return best;
    }

    private static List<float> Crossings(Outline area, float y)
    {
        var found = new List<float>();
        for (var part = 0; part < area.Starts.Length; part++)
        {
            var (first, end) = area.Part(part);
            for (int i = first, j = end - 1; i < end; j = i++)
            {
                var (a, b) = (area.Points[i], area.Points[j]);
                if (a.Y > y != b.Y > y) found.Add(((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X);
            }
        }

        found.Sort();
        return found;
    }
}
