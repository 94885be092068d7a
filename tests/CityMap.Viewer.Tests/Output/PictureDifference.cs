using SkiaSharp;

namespace CityMap.Viewer.Tests.Output;

/// <summary>How different two pictures look: both blurred to blocks of four by four pixels, so that smoothing of edges does not count.</summary>
internal static class PictureDifference
{
    private const int Block = 4;

    /// <summary>The share of blocks whose colour differs by more than a tenth in some channel; 1 when the sizes differ.</summary>
    public static double Of(byte[] a, byte[] b)
    {
        using var first = SKBitmap.Decode(a);
        using var second = SKBitmap.Decode(b);
        if (first.Width != second.Width || first.Height != second.Height) return 1;
        var (different, all) = (0, 0);
        for (var y = 0; y + Block <= first.Height; y += Block)
        {
            for (var x = 0; x + Block <= first.Width; x += Block, all++)
            {
                var (p, q) = (Mean(first, x, y), Mean(second, x, y));
                if (Math.Abs(p.Red - q.Red) > 26 || Math.Abs(p.Green - q.Green) > 26 || Math.Abs(p.Blue - q.Blue) > 26) different++;
            }
        }

        return (double)different / all;
    }

    private static (int Red, int Green, int Blue) Mean(SKBitmap picture, int x, int y)
    {
        var (red, green, blue) = (0, 0, 0);
        for (var i = 0; i < Block * Block; i++)
        {
            var pixel = picture.GetPixel(x + (i % Block), y + (i / Block));
            (red, green, blue) = (red + pixel.Red, green + pixel.Green, blue + pixel.Blue);
        }

        return (red / (Block * Block), green / (Block * Block), blue / (Block * Block));
    }
}
