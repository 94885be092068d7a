using System.Runtime.Intrinsics;

namespace CityMap.Viewer.Drawing;

/// <summary>Arithmetic on pixels of four bytes, RGBA, premultiplied.</summary>
internal static class PixelBlend
{
    /// <summary>A pixel times a share of 255, rounded; two channels at a time.</summary>
    public static uint Faded(uint pixel, uint share)
    {
        var low = ((pixel & 0x00FF00FF) * share) + 0x00800080;
        var high = (((pixel >> 8) & 0x00FF00FF) * share) + 0x00800080;
        low = ((low + ((low >> 8) & 0x00FF00FF)) >> 8) & 0x00FF00FF;
        high = (high + ((high >> 8) & 0x00FF00FF)) & 0xFF00FF00;
        return low | high;
    }

    /// <summary>One pixel over another (Porter and Duff, 1984: source over).</summary>
    public static uint Over(uint source, uint below)
    {
        var through = 255 - (source >> 24);
        return through == 0 ? source : source + Faded(below, through);
    }

    /// <summary>One colour over eight pixels, at each as faded as its share of 255 says; to the bit as one pixel after the other.</summary>
    /// <param name="colour">Four times the four channels.</param>
    /// <param name="shares">One to a pixel.</param>
    /// <param name="below">The eight pixels.</param>
    public static Vector256<uint> Over(Vector256<ushort> colour, Vector256<uint> shares, Vector256<uint> below)
    {
        var (first, second) = Vector256.Widen((shares * 0x01010101u).AsByte());
        var source = Vector256.Narrow(Faded(colour, first), Faded(colour, second));
        var (low, high) = Vector256.Widen(((Vector256.Create(255u) - (source.AsUInt32() >> 24)) * 0x01010101u).AsByte());
        var (lower, upper) = Vector256.Widen(below.AsByte());
        return (source + Vector256.Narrow(Faded(lower, low), Faded(upper, high))).AsUInt32();
    }

    private static Vector256<ushort> Faded(Vector256<ushort> channels, Vector256<ushort> shares)
    {
        var product = (channels * shares) + Vector256.Create((ushort)128);
        return (product + (product >> 8)) >> 8;
    }
}
