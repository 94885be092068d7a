using CityMap.Geo.Indexing;
using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Sheets;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace CityMap.Viewer.Scenes;

/// <summary>A map worked out for one view, ready to be drawn at any resolution and to be asked what lies where.</summary>
public sealed class Scene
{
    private readonly IReadOnlyList<DrawItem> _items;
    private readonly Lazy<(PackedIndex Index, List<Target> Targets)> _targets;

    internal Scene(MapView view, IReadOnlyList<DrawItem> items, IReadOnlySet<string> drawn)
    {
        (View, _items, DrawnLayers) = (view, items, drawn);
        _targets = new(FindTargets);
    }

    /// <summary>What it shows.</summary>
    public MapView View { get; }

    /// <summary>Layers of the style that drew something.</summary>
    public IReadOnlySet<string> DrawnLayers { get; }

    /// <summary>How many things are drawn.</summary>
    public int Count => _items.Count;

    internal IReadOnlyList<DrawItem> Items => _items;

    /// <summary>The features at a place of the frame, topmost first.</summary>
    /// <param name="x">CSS pixels from the left.</param>
    /// <param name="y">CSS pixels from the top.</param>
    /// <param name="reach">How far away still counts, CSS pixels.</param>
    public IReadOnlyList<SceneHit> HitTest(float x, float y, float reach = 4)
    {
        var (index, targets) = _targets.Value;
        var rows = new List<int>();
        index.Search(x - reach, y - reach, x + reach, y + reach, rows);
        rows.Sort();
        var hits = new List<SceneHit>();
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            var (item, feature, box) = targets[rows[i]];
            var distance = item.Distance(box, new SKPoint(x, y));
            if (distance <= reach) hits.Add(new(item.Layer, feature, distance));
        }

        return hits;
    }

    /// <summary>Draws it on a canvas whose unit is a CSS pixel.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="sheet">Symbols and fonts.</param>
    /// <param name="medium">What it draws into.</param>
    /// <param name="pixels">The canvas's pixels, where it has any.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal void Draw(SKCanvas canvas, MapSheet sheet, Medium medium, SKPixmap? pixels, CancellationToken cancellationToken)
    {
        using var brush = new Brush(canvas, sheet.Symbols, medium) { Pixels = pixels };
        canvas.Save();
        canvas.ClipRect(SKRect.Create(View.Width, View.Height));
        for (var i = 0; i < _items.Count; i++)
        {
            if ((i & 255) == 0) cancellationToken.ThrowIfCancellationRequested();
            _items[i].Draw(brush);
        }

        canvas.Restore();
    }

    private (PackedIndex Index, List<Target> Targets) FindTargets()
    {
        var targets = new List<Target>();
        var boxes = new List<Envelope>();
        foreach (var item in _items)
        {
            foreach (var (feature, box) in item.Targets())
            {
                targets.Add(new(item, feature, box));
                boxes.Add(new(box.Left, box.Right, box.Top, box.Bottom));
            }
        }

        return (PackedIndex.OfBoxes(boxes), targets);
    }

    private readonly record struct Target(DrawItem Item, MapFeature Feature, SKRect Box);
}
