using CityMap.Geo.Tiles;

namespace CityMap.Viewer.Raster;

/// <summary>An entry of a PMTiles directory: a run of tiles with the same bytes, or (run 0) another directory.</summary>
internal readonly record struct PmEntry(long Id, long Run, long Offset, long Length)
{
    private const int Most = 1_000_000;

    /// <summary>A tile's number: zoom by zoom, along a Hilbert curve within each.</summary>
    public static long IdOf(TileAddress address)
    {
        var id = Before(address.Z);
        var (x, y) = ((long)address.X, (long)address.Y);
        for (var s = 1L << (address.Z - 1); address.Z > 0 && s > 0; s >>= 1)
        {
            var (right, down) = ((x & s) > 0 ? 1 : 0, (y & s) > 0 ? 1 : 0);
            id += s * s * ((3 * right) ^ down);
            if (down != 0) continue;
            if (right == 1) (x, y) = (s - 1 - (x & (s - 1)), s - 1 - (y & (s - 1)));
            (x, y) = (y, x);
        }

        return id;
    }

    /// <summary>The tile of a number; null beyond the deepest zoom.</summary>
    // The four parts of a tile follow each other on the curve of the next zoom: the way down is found part by part.
    public static TileAddress? TileOf(long id)
    {
        var z = 0;
        for (; z <= TileAddress.MaxZoom && id >= 1L << (2 * z); z++) id -= 1L << (2 * z);
        if (z > TileAddress.MaxZoom || id < 0) return null;
        var tile = new TileAddress(0, 0, 0);
        for (var level = 1; level <= z; level++)
        {
            var place = Before(level) + (id >> (2 * (z - level)));
            tile = tile.Children.First(part => IdOf(part) == place);
        }

        return tile;
    }

    /// <summary>Reads a directory, uncompressed: counts and columns as variable-length integers.</summary>
    public static IReadOnlyList<PmEntry> ReadAll(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        var count = Next(bytes, ref at);
        if (count > Most) throw new InvalidDataException("A directory has too many entries.");
        var entries = new PmEntry[count];
        long id = 0;
        for (var i = 0; i < count; i++) entries[i] = new(id += Next(bytes, ref at), 0, 0, 0);
        for (var i = 0; i < count; i++) entries[i] = entries[i] with { Run = Next(bytes, ref at) };
        for (var i = 0; i < count; i++) entries[i] = entries[i] with { Length = Next(bytes, ref at) };
        for (var i = 0; i < count; i++)
        {
            var offset = Next(bytes, ref at);
            entries[i] = entries[i] with { Offset = offset > 0 ? offset - 1 : i > 0 ? entries[i - 1].Offset + entries[i - 1].Length : 0 };
        }

        return entries;
    }

    /// <summary>The entry a tile belongs to, or null.</summary>
    public static PmEntry? Find(IReadOnlyList<PmEntry> directory, long id)
    {
        var (low, high) = (0, directory.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (directory[middle].Id <= id) low = middle + 1;
            else high = middle - 1;
        }

        return high >= 0 && (directory[high].Run == 0 || id - directory[high].Id < directory[high].Run) ? directory[high] : null;
    }

    // How many tiles the zooms before have.
    private static long Before(int zoom) => ((1L << (2 * zoom)) - 1) / 3;

    private static long Next(ReadOnlySpan<byte> bytes, ref int at)
    {
        long value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            if (at >= bytes.Length) throw new InvalidDataException("A directory is cut off.");
            var b = bytes[at++];
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }

        throw new InvalidDataException("A number in a directory has no end.");
    }
}
