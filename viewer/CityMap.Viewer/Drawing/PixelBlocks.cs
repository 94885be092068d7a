namespace CityMap.Viewer.Drawing;

/// <summary>Rows of pixels are worked on in blocks; one bit of a row's word says of each whether anything was put there.</summary>
internal static class PixelBlocks
{
    /// <summary>Pixels of a block.</summary>
    public const int Size = 8;

    /// <summary>The bits of the blocks from the one of a pixel to the one of another.</summary>
    public static uint Between(int first, int last) => (uint)((2UL << (last / Size)) - (1UL << (first / Size)));
}
