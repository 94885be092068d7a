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
}
