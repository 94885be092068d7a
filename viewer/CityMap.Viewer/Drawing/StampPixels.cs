using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>Puts one small picture at many places of a larger one, straight into its pixels (RGBA, premultiplied; source over).</summary>
/// <param name="target">Where to.</param>
/// <param name="clip">Only inside; in pixels of the target.</param>
/// <param name="stamp">What.</param>
internal readonly ref struct StampPixels(SKPixmap target, SKRectI clip, SKPixmap stamp)
{
    private readonly Span<uint> _pixels = target.GetPixelSpan<uint>();
    private readonly Span<uint> _stamp = stamp.GetPixelSpan<uint>();
    private readonly int _width = target.Width;
    private readonly int _side = stamp.Width;
    private readonly SKRectI _clip = clip;

    /// <summary>Puts it once.</summary>
    /// <param name="left">Pixels from the left.</param>
    /// <param name="top">Pixels from the top.</param>
    public void Put(int left, int top)
    {
        var (from, to) = (Math.Max(0, _clip.Left - left), Math.Min(_side, _clip.Right - left));
        if (from >= to) return;
        var last = Math.Min(_stamp.Length / _side, _clip.Bottom - top);
        for (var y = Math.Max(0, _clip.Top - top); y < last; y++)
        {
            var row = _pixels.Slice(((top + y) * _width) + left + from, to - from);
            var over = _stamp.Slice((y * _side) + from, to - from);
            for (var x = 0; x < row.Length; x++)
            {
                var s = over[x];
                var through = 255 - (s >> 24);
                if (through == 0) row[x] = s;
                else if (through < 255) row[x] = s + Faded(row[x], through);
            }
        }
    }

    // Two channels at a time, each times a share of 255, rounded.
    private static uint Faded(uint pixel, uint share)
    {
        var low = ((pixel & 0x00FF00FF) * share) + 0x00800080;
        var high = (((pixel >> 8) & 0x00FF00FF) * share) + 0x00800080;
        low = ((low + ((low >> 8) & 0x00FF00FF)) >> 8) & 0x00FF00FF;
        high = (high + ((high >> 8) & 0x00FF00FF)) & 0xFF00FF00;
        return low | high;
    }
}
