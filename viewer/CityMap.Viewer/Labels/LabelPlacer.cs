using CityMap.Viewer.Drawing;
using CityMap.Viewer.Scenes;
using SkiaSharp;

namespace CityMap.Viewer.Labels;

/// <summary>
/// Chooses which symbols and texts are shown so that none covers another: layers from the top of the style down, within a layer by sort
/// key, the lower first (as MapLibre places them).
/// </summary>
internal static class LabelPlacer
{
    /// <summary>The chosen ones, with the number of their layer, in drawing order within it.</summary>
    public static IEnumerable<(int Layer, DrawItem Item)> Place(IReadOnlyList<SymbolCandidate> candidates, MapView view, CancellationToken cancellationToken)
    {
        var grid = new CollisionGrid();
        var frame = SKRect.Create(view.Width, view.Height);
        var placed = new List<(int, DrawItem)>();
        var number = 0;
        foreach (var candidate in candidates.OrderByDescending(c => c.Layer).ThenBy(c => c.SortKey))
        {
            if ((number++ & 255) == 0) cancellationToken.ThrowIfCancellationRequested();
            if (candidate.Curved is { } glyphs) Curved(candidate, glyphs, grid, frame, placed);
            else Standing(candidate, grid, frame, placed);
        }

        return placed;
    }

    private static void Standing(SymbolCandidate candidate, CollisionGrid grid, SKRect frame, List<(int, DrawItem)> placed)
    {
        var (icon, text) = (candidate.Icon, candidate.Text);
        var iconBox = icon is null ? SKRect.Empty : Around(candidate.At, icon);
        var iconFits = icon is not null && iconBox.IntersectsWith(frame) && (icon.AllowOverlap || grid.IsFree(Grown(iconBox, icon.Padding)));
        if (icon is not null && !iconFits && (text is null || !icon.Optional)) return;
        var textBox = text is null ? null : Choose(candidate.At, text, grid, frame);
        if (text is not null && textBox is null && (icon is null || !text.Optional)) return;
        if (iconFits)
        {
            placed.Add((candidate.Layer, new SymbolItem(icon!.Name, candidate.At, icon.Scale, icon.Opacity, iconBox) { Layer = candidate.LayerId, Feature = candidate.Feature }));
            if (!icon.IgnorePlacement) grid.Take(Grown(iconBox, icon.Padding));
        }

        if (textBox is not { } box) return;
        placed.Add((candidate.Layer, new TextItem(text!.Block.Within(box, text.Ink.Size), text.Ink) { Layer = candidate.LayerId, Feature = candidate.Feature }));
        if (!text.IgnorePlacement) grid.Take(Grown(box, text.Padding));
    }

    private static void Curved(SymbolCandidate candidate, IReadOnlyList<PlacedGlyph> glyphs, CollisionGrid grid, SKRect frame, List<(int, DrawItem)> placed)
    {
        var text = candidate.Text!;
        var reach = (text.Ink.Size * 0.5f) + (text.Padding / 2);
        var boxes = new List<SKRect>(glyphs.Count);
        foreach (var glyph in glyphs)
        {
            // A glyph is about half an em wide and stands on its baseline: its middle lies up and forward.
            var middle = new SKPoint(
                glyph.At.X + (text.Ink.Size * ((0.28f * glyph.Cos) + (0.3f * glyph.Sin))),
                glyph.At.Y + (text.Ink.Size * ((0.28f * glyph.Sin) - (0.3f * glyph.Cos))));
            boxes.Add(new(middle.X - reach, middle.Y - reach, middle.X + reach, middle.Y + reach));
        }

        if (!boxes.TrueForAll(frame.Contains) || (!text.AllowOverlap && !boxes.TrueForAll(grid.IsFree))) return;
        placed.Add((candidate.Layer, new CurvedTextItem(glyphs, text.Ink) { Layer = candidate.LayerId, Feature = candidate.Feature }));
        if (!text.IgnorePlacement) boxes.ForEach(grid.Take);
    }

    // A text that would be cut by the frame is not shown: half a name misleads on paper.
    private static SKRect? Choose(SKPoint at, TextPlan text, CollisionGrid grid, SKRect frame)
    {
        foreach (var anchor in text.Anchors)
        {
            var box = text.Block.Box(at, anchor, text.Ink.Size);
            if (frame.Contains(box) && (text.AllowOverlap || grid.IsFree(Grown(box, text.Padding)))) return box;
        }

        return null;
    }

    private static SKRect Around(SKPoint at, IconPlan icon)
    {
        var (width, height) = (icon.Width * icon.Scale, icon.Height * icon.Scale);
        return SKRect.Create(at.X - (width / 2), at.Y - (height / 2), width, height);
    }

    private static SKRect Grown(SKRect box, float by)
    {
        box.Inflate(by, by);
        return box;
    }
}
