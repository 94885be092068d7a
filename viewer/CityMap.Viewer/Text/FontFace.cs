using HarfBuzzSharp;
using SkiaSharp;
using HarfBuzzBuffer = HarfBuzzSharp.Buffer;

namespace CityMap.Viewer.Text;

/// <summary>One font file: Skia draws its glyphs, HarfBuzz chooses and places them.</summary>
internal sealed class FontFace : IDisposable
{
    private readonly SKData _data;
    private readonly Blob _blob;
    private readonly Face _face;
    private readonly Font _font;
    private readonly float _unit;

    private FontFace(SKData data, SKTypeface typeface)
    {
        (_data, Typeface) = (data, typeface);
        _blob = new Blob(data.Data, (int)data.Size, MemoryMode.ReadOnly);
        _blob.MakeImmutable();
        _face = new Face(_blob, 0) { UnitsPerEm = typeface.UnitsPerEm };
        _font = new Font(_face);
        _font.SetScale(typeface.UnitsPerEm, typeface.UnitsPerEm);
        _font.SetFunctionsOpenType();
        _unit = 1f / typeface.UnitsPerEm;
    }

    /// <summary>The font for Skia.</summary>
    public SKTypeface Typeface { get; }

    /// <summary>Opens a font file (SFNT or WOFF 1); null when it cannot be read.</summary>
    public static FontFace? Open(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var data = SKData.CreateCopy(WoffFile.Is(bytes) ? WoffFile.Unpack(bytes) : bytes);
        var typeface = SKTypeface.FromData(data);
        if (typeface is { GlyphCount: > 0 }) return new(data, typeface);
        typeface?.Dispose();
        data.Dispose();
        return null;
    }

    /// <summary>True when it has a glyph for the character.</summary>
    public bool Has(int codePoint) => Typeface.GetGlyph(codePoint) != 0;

    /// <summary>Shapes a piece of text that it has every character of; lengths in ems.</summary>
    public ShapedRun Shape(string text)
    {
        using var buffer = new HarfBuzzBuffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        _font.Shape(buffer);
        var (infos, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var glyphs = new ushort[infos.Length];
        var offsets = new SKPoint[infos.Length];
        var advances = new float[infos.Length];
        var at = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            offsets[i] = new(at + (places[i].XOffset * _unit), -places[i].YOffset * _unit);
            advances[i] = places[i].XAdvance * _unit;
            at += advances[i];
        }

        return new(this, glyphs, offsets, advances, Pieces(text, infos), at);
    }

    // Left to right: a glyph's cluster is where its text begins, and glyphs of one cluster follow each other.
    private static string[] Pieces(string text, GlyphInfo[] infos)
    {
        var pieces = new string[infos.Length];
        for (int first = 0, next; first < infos.Length; first = next)
        {
            next = first + 1;
            while (next < infos.Length && infos[next].Cluster == infos[first].Cluster) next++;
            var (start, end) = ((int)infos[first].Cluster, next < infos.Length ? (int)infos[next].Cluster : text.Length);
            pieces[first] = text[start..Math.Max(start, end)];
            for (var i = first + 1; i < next; i++) pieces[i] = "";
        }

        return pieces;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _font.Dispose();
        _face.Dispose();
        _blob.Dispose();
        Typeface.Dispose();
        _data.Dispose();
    }
}
