using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using SkiaSharp;

namespace CityMap.Viewer.Labels;

/// <summary>A symbol with its text that would like to be on the map.</summary>
internal sealed class SymbolCandidate
{
    /// <summary>Which of the style's layers, bottom first.</summary>
    public required int Layer { get; init; }

    /// <summary>Its name in the style.</summary>
    public required string LayerId { get; init; }

    /// <summary>What it stands for.</summary>
    public required MapFeature Feature { get; init; }

    /// <summary>The place it belongs to; on a line the middle of its text.</summary>
    public required SKPoint At { get; init; }

    /// <summary>Lower is placed first and drawn below.</summary>
    public double SortKey { get; init; }

    /// <summary>The symbol; null for text alone.</summary>
    public IconPlan? Icon { get; init; }

    /// <summary>The text; null for a symbol alone.</summary>
    public TextPlan? Text { get; init; }

    /// <summary>Text along a line instead: glyphs already in place.</summary>
    public IReadOnlyList<PlacedGlyph>? Curved { get; init; }
}

/// <summary>A symbol's picture and rules.</summary>
internal sealed record IconPlan(string Name, float Width, float Height, float Scale, float Opacity, float Padding, bool AllowOverlap, bool IgnorePlacement, bool Optional);

/// <summary>A text block and rules; lengths in CSS pixels.</summary>
internal sealed record TextPlan(TextBlock Block, Ink Ink, float Padding, bool AllowOverlap, bool IgnorePlacement, bool Optional, IReadOnlyList<TextAnchor> Anchors);

/// <summary>One way to put a text beside its place.</summary>
/// <param name="Name">The part of the text that is nearest to the place, such as <c>top</c>.</param>
/// <param name="Offset">From the place to that part.</param>
internal sealed record TextAnchor(string Name, SKPoint Offset);
