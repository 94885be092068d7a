using SkiaSharp;

namespace CityMap.Viewer.Text;

/// <summary>One line of text, shaped. Lengths in ems.</summary>
/// <param name="Runs">Pieces of one font each, left to right.</param>
/// <param name="Width">How wide it is.</param>
internal sealed record ShapedText(IReadOnlyList<ShapedRun> Runs, float Width)
{
    /// <summary>Nothing.</summary>
    public static ShapedText Empty { get; } = new([], 0);
}

/// <summary>Glyphs of one font.</summary>
/// <param name="Face">Which font.</param>
/// <param name="Glyphs">Their numbers.</param>
/// <param name="Offsets">Where each stands from the beginning of the run, y down.</param>
/// <param name="Advances">How far each carries on.</param>
/// <param name="Pieces">The text each stands for; empty for one that belongs to the glyph before it, as the dot below an ẹ of two glyphs does.</param>
/// <param name="Width">Sum of the advances.</param>
internal sealed record ShapedRun(FontFace Face, ushort[] Glyphs, SKPoint[] Offsets, float[] Advances, string[] Pieces, float Width);
