using System.Text;
using SkiaSharp;

namespace CityMap.Viewer.Text;

/// <summary>
/// What the glyphs of a run stand for. A PDF keeps it for who searches or copies: a letter that a font makes of two glyphs, or two letters it
/// makes one glyph of, would be lost there.
/// </summary>
/// <param name="Text">The text as UTF-8.</param>
/// <param name="Clusters">For each glyph the byte of the text at which its piece begins.</param>
internal sealed record GlyphWords(byte[] Text, uint[] Clusters)
{
    /// <summary>Of the pieces of a run; an empty one belongs to the glyph before it.</summary>
    public static GlyphWords Of(IReadOnlyList<string> pieces)
    {
        var clusters = new uint[pieces.Count];
        var (start, end) = (0u, 0u);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Length > 0) start = end;
            clusters[i] = start;
            end += (uint)Encoding.UTF8.GetByteCount(pieces[i]);
        }

        return new(Encoding.UTF8.GetBytes(string.Concat(pieces)), clusters);
    }

    /// <summary>The glyphs as something to draw that remembers its text.</summary>
    public SKTextBlob? Blob(SKFont font, ushort[] glyphs, SKPoint[] places)
    {
        using var builder = new SKTextBlobBuilder();
        var buffer = builder.AllocatePositionedTextRun(font, glyphs.Length, Text.Length);
        buffer.SetGlyphs(glyphs);
        buffer.SetPositions(places);
        buffer.SetText(Text);
        buffer.SetClusters(Clusters);
        return builder.Build();
    }
}
