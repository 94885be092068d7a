using CityMap.Viewer.Data;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>One thing on a map, in CSS pixels from the frame's upper left corner.</summary>
internal abstract class DrawItem
{
    /// <summary>Which layer of the style drew it.</summary>
    public string Layer { get; init; } = "";

    /// <summary>What it shows; null for the ground.</summary>
    public MapFeature? Feature { get; init; }

    /// <summary>Draws it.</summary>
    public abstract void Draw(Brush brush);

    /// <summary>The features it can be hit at, each with its box.</summary>
    public virtual IEnumerable<(MapFeature Feature, SKRect Box)> Targets() => [];

    /// <summary>How far a place is from one of its targets, 0 inside; what cannot be hit is infinitely far.</summary>
    public virtual float Distance(SKRect box, SKPoint at) => float.PositiveInfinity;
}
