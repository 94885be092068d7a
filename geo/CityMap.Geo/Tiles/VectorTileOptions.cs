namespace CityMap.Geo.Tiles;

/// <summary>How tiles of static layers are written.</summary>
public sealed record VectorTileOptions
{
    /// <summary>Units along each side of the tile.</summary>
    public int Extent { get; init; } = 4096;

    /// <summary>What lies this far beyond the edge is drawn too, in units, so that lines and outlines do not end at it.</summary>
    public int Buffer { get; init; } = 64;

    /// <summary>
    /// Below the layer's highest zoom, leave out what is smaller than a pixel of a 512-pixel tile (8 units), keep one of several points
    /// within two pixels, and simplify outlines to half a pixel.
    /// </summary>
    public bool Thin { get; init; } = true;
}
