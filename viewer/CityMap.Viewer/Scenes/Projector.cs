using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using SkiaSharp;

namespace CityMap.Viewer.Scenes;

/// <summary>
/// Brings features onto the frame: projected, generalised for the scale and cut some way outside the frame. Each feature once, however
/// many layers draw it.
/// </summary>
/// <param name="view">Where to.</param>
/// <param name="tolerance">Detail smaller than this is left out, CSS pixels.</param>
internal sealed class Projector(MapView view, float tolerance)
{
    // Edges are cut so far outside that neither a wide line nor its dashes show it.
    private const float Beyond = 96;

    private readonly Dictionary<MapFeature, Outline> _known = [];

    /// <summary>The frame and some way around it.</summary>
    public SKRect Around { get; } = new(-Beyond, -Beyond, view.Width + Beyond, view.Height + Beyond);

    /// <summary>A place on the frame.</summary>
    public SKPoint Point(double x, double y) => new((float)view.PixelX(x), (float)view.PixelY(y));

    /// <summary>A feature's shape; empty when nothing of it is left at this scale or inside the frame.</summary>
    public Outline Outline(MapFeature feature)
    {
        if (_known.TryGetValue(feature, out var known)) return known;
        return _known[feature] = Project(feature);
    }

    /// <summary>The edges of an area that no neighbour has drawn yet, as lines.</summary>
    /// <param name="feature">The area.</param>
    /// <param name="drawn">What has been drawn; its own edges are added.</param>
    public Outline NewEdges(MapFeature feature, HashSet<BorderEdge> drawn)
    {
        var (points, starts) = (new List<SKPoint>(), new List<int>());
        for (var part = 0; part < feature.Starts.Length; part++)
        {
            var (first, end) = feature.Part(part);
            var from = first;
            for (var i = first; i < end; i++)
            {
                if (i + 1 < end && drawn.Add(BorderEdge.Between(feature.Xy, i))) continue;
                if (i > from)
                {
                    foreach (var piece in Cutting.Line(Generalisation.Simplify(Pixels(feature.Xy, from, i + 1), tolerance, area: false), Around)) Add(piece, points, starts);
                }

                from = i + 1;
            }
        }

        return starts.Count == 0 ? Drawing.Outline.Empty : new([.. points], [.. starts]);
    }

    private Outline Project(MapFeature feature)
    {
        var area = feature.Kind == ShapeKind.Polygon;
        var points = new List<SKPoint>(feature.Xy.Length / 2);
        var starts = new List<int>(feature.Starts.Length);
        var cut = Leaves(feature);
        for (var part = 0; part < feature.Starts.Length; part++)
        {
            var (first, end) = feature.Part(part);
            var whole = Generalisation.Simplify(Pixels(feature.Xy, first, end), tolerance, area);
            if (whole.Length < (area ? 3 : 2)) continue;
            if (!cut) Add(whole, points, starts);
            else if (area) Add(Cutting.Ring(whole, Around), points, starts);
            else
            {
                foreach (var piece in Cutting.Line(whole, Around)) Add(piece, points, starts);
            }
        }

        return starts.Count == 0 ? Drawing.Outline.Empty : new([.. points], [.. starts]);
    }

    private static void Add(SKPoint[] part, List<SKPoint> points, List<int> starts)
    {
        if (part.Length < 2) return;
        starts.Add(points.Count);
        points.AddRange(part);
    }

    private bool Leaves(MapFeature feature) =>
        view.PixelX(feature.MinX) < Around.Left || view.PixelX(feature.MaxX) > Around.Right
        || view.PixelY(feature.MinY) < Around.Top || view.PixelY(feature.MaxY) > Around.Bottom;

    private SKPoint[] Pixels(double[] xy, int first, int end)
    {
        var pixels = new SKPoint[end - first];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = Point(xy[2 * (first + i)], xy[(2 * (first + i)) + 1]);
        return pixels;
    }
}
