using System.Runtime.Intrinsics;

namespace CityMap.Viewer.Drawing;

/// <summary>Paints one colour into rows of a picture through covers: eight pixels at a time, or runs of pixels covered alike.</summary>
/// <param name="pixels">The picture, row after row (RGBA, premultiplied).</param>
/// <param name="width">Of the picture, pixels.</param>
/// <param name="colour">Premultiplied.</param>
/// <param name="evenOdd">Whether what is enclosed twice is outside; else everything enclosed is inside.</param>
internal ref struct CoverPaint(Span<uint> pixels, int width, uint colour, bool evenOdd)
{
    // Less cannot be seen: half of the least step of a channel.
    private const float Least = 1f / 510;
    private const int Eights = PixelBlocks.Size;

    private readonly Span<uint> _pixels = pixels;
    private readonly Vector256<ushort> _colour = Vector256.WidenLower(Vector256.Create(colour).AsByte());
    private readonly Vector256<uint> _solid = Vector256.Create(colour);
    private readonly bool _opaque = colour >> 24 == 255;
    private Span<uint> _row;
    private int _left;
    private int _right;

    /// <summary>What follows lies in this row, and is painted from the left side of a clip to its right.</summary>
    public void Begin(int y, int left, int right)
    {
        _row = _pixels.Slice(y * width, width);
        (_left, _right) = (left, right);
    }

    /// <summary>Paints a run of pixels that are all covered alike.</summary>
    /// <param name="from">The first pixel of the row.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="sum">How often the shape winds around them, with its sign.</param>
    public readonly void Run(int from, int to, float sum)
    {
        var cover = Cover(sum);
        (from, to) = (Math.Max(from, _left), Math.Min(to, _right));
        if (cover < Least || from >= to) return;
        var source = cover < 1 - Least ? PixelBlend.Faded(colour, (uint)((cover * 255) + 0.5f)) : colour;
        var run = _row[from..to];
        if (source >> 24 == 255) run.Fill(source);
        else
        {
            foreach (ref var pixel in run) pixel = PixelBlend.Over(source, pixel);
        }
    }

    /// <summary>Paints eight pixels.</summary>
    /// <param name="from">The first pixel of the row.</param>
    /// <param name="sums">How often the shape winds around each, with its sign.</param>
    public readonly void Eight(int from, Vector256<float> sums)
    {
        var covers = Covers(sums);
        var shares = Vector256.ConvertToInt32((covers * 255) + Vector256.Create(0.5f)).AsUInt32();
        if (shares == Vector256<uint>.Zero) return;
        if (from >= _left && from + Eights <= _right)
        {
            ref var first = ref _row[from];
            var whole = _opaque && shares == Vector256.Create(255u);
            (whole ? _solid : PixelBlend.Over(_colour, shares, Vector256.LoadUnsafe(ref first))).StoreUnsafe(ref first);
        }
        else Some(from, shares);
    }

    // Where the clip cuts the eight.
    private readonly void Some(int from, Vector256<uint> shares)
    {
        for (var i = Math.Max(0, _left - from); i < Math.Min(Eights, _right - from); i++)
        {
            _row[from + i] = PixelBlend.Over(PixelBlend.Faded(colour, shares[i]), _row[from + i]);
        }
    }

    private readonly float Cover(float sum)
    {
        var cover = MathF.Abs(sum);
        return !evenOdd || cover <= 1 + Least ? Math.Min(cover, 1) : MathF.Abs(cover - (2 * MathF.Round(cover / 2)));
    }

    // Inside once is 1; twice is, by the even-odd rule, 0; three times 1 again.
    private readonly Vector256<float> Covers(Vector256<float> sums)
    {
        var covers = Vector256.Abs(sums);
        var most = Vector256.Min(covers, Vector256<float>.One);
        return !evenOdd || covers == most ? most : Vector256.Abs(covers - (2 * Vector256.Round(covers / 2)));
    }
}
