using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>
/// Puts one small picture at many places of a larger one, straight into its pixels (RGBA, premultiplied; source over): four pixels at a
/// time, each channel as a number of 16 bits.
/// </summary>
internal readonly ref struct StampPixels
{
    private const int Lane = 4;
    private readonly Span<uint> _pixels;
    private readonly Span<uint> _stamp;
    private readonly int _width;
    private readonly int _side;
    private readonly int _lanes;
    private readonly SKRectI _clip;
    private readonly Four[] _fours;

    /// <summary>Looks the stamp over.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="clip">Only inside; in pixels of the target.</param>
    /// <param name="stamp">What.</param>
    public StampPixels(SKPixmap target, SKRectI clip, SKPixmap stamp)
    {
        _pixels = target.GetPixelSpan<uint>();
        _stamp = stamp.GetPixelSpan<uint>();
        (_width, _side, _clip) = (target.Width, stamp.Width, clip);
        _lanes = (_side + Lane - 1) / Lane;
        _fours = new Four[_lanes * stamp.Height];
        Span<uint> four = stackalloc uint[Lane];
        for (var i = 0; i < _fours.Length; i++)
        {
            var (row, from) = (i / _lanes * _side, i % _lanes * Lane);
            four.Clear();
            _stamp.Slice(row + from, Math.Min(Lane, _side - from)).CopyTo(four);
            _fours[i] = Four.Of(four);
        }
    }

    /// <summary>How many rows the stamp has.</summary>
    public int Height => _stamp.Length / _side;

    /// <summary>Puts it once.</summary>
    /// <param name="left">Pixels from the left.</param>
    /// <param name="top">Pixels from the top.</param>
    /// <param name="from">Only rows of the picture from this one on.</param>
    /// <param name="below">Only rows of the picture above this one.</param>
    public void Put(int left, int top, int from, int below)
    {
        var first = Math.Max(0, Math.Max(_clip.Top, from) - top);
        var last = Math.Min(Height, Math.Min(_clip.Bottom, below) - top);
        if (left < _clip.Left || left + (_lanes * Lane) > _clip.Right) Cut(left, top, first, last);
        else
        {
            for (var y = first; y < last; y++)
            {
                var row = MemoryMarshal.AsBytes(_pixels.Slice(((top + y) * _width) + left, _lanes * Lane));
                ref var start = ref MemoryMarshal.GetReference(row);
                var fours = _fours.AsSpan(y * _lanes, _lanes);
                for (var i = 0; i < fours.Length; i++) fours[i].Over(ref start, (nuint)(i * Lane * sizeof(uint)));
            }
        }
    }

    // At an edge of the clip, pixel by pixel.
    private void Cut(int left, int top, int first, int last)
    {
        var (from, to) = (Math.Max(0, _clip.Left - left), Math.Min(_side, _clip.Right - left));
        if (from >= to) return;
        for (var y = first; y < last; y++)
        {
            var row = _pixels.Slice(((top + y) * _width) + left + from, to - from);
            var over = _stamp.Slice((y * _side) + from, to - from);
            for (var x = 0; x < row.Length; x++) row[x] = PixelBlend.Over(over[x], row[x]);
        }
    }

    // Four pixels of the stamp, and how much of what is below shows through each.
    private readonly record struct Four(Vector128<ushort> First, Vector128<ushort> Second, Vector128<ushort> FirstThrough, Vector128<ushort> SecondThrough)
    {
        public static Four Of(ReadOnlySpan<uint> pixels)
        {
            var (first, second) = Vector128.Widen(Vector128.Create(pixels).AsByte());
            return new(first, second, Through(pixels[0], pixels[1]), Through(pixels[2], pixels[3]));
        }

        public void Over(ref byte start, nuint at)
        {
            var (a, b) = Vector128.Widen(Vector128.LoadUnsafe(ref start, at));
            Vector128.Narrow(First + Faded(a, FirstThrough), Second + Faded(b, SecondThrough)).StoreUnsafe(ref start, at);
        }

        private static Vector128<ushort> Faded(Vector128<ushort> pixels, Vector128<ushort> share)
        {
            var product = (pixels * share) + Vector128.Create((ushort)128);
            return (product + (product >>> 8)) >>> 8;
        }

        private static Vector128<ushort> Through(uint a, uint b) =>
            Vector128.Create(Vector64.Create((ushort)(255 - (a >> 24))), Vector64.Create((ushort)(255 - (b >> 24))));
    }
}
