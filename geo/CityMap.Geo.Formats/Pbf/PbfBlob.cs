using System.IO.Compression;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>One block of a PBF file.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Size">Its length in bytes, packed.</param>
internal readonly record struct PbfBlob(long Start, int Size)
{
    private const int LongestContent = 32 * 1024 * 1024;

    /// <summary>Names a packing that is not read, by its field in <c>Blob</c>; null for those that are.</summary>
    public static string? NameOfPacking(int field) => field switch
    {
        4 => "lzma",
        5 => "bzip2",
        6 => "lz4",
        7 => "zstd",
        _ => null,
    };

    /// <summary>Unpacks it.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public byte[] Read(FileStream file)
    {
        var packed = new byte[Size];
        for (var filled = 0; filled < Size;)
        {
            var read = RandomAccess.Read(file.SafeFileHandle, packed.AsSpan(filled), Start + filled);
            if (read == 0) throw new InvalidDataException("the file ends too early");
            filled += read;
        }

        var (rawSize, raw, zlib) = (0, default(Range?), default(Range?));
        var reader = new ProtoReader(packed);
        while (reader.Next(out var field))
        {
            if (field == 2) rawSize = (int)reader.Varint();
            else if (field == 1) raw = RangeOf(packed, reader.Bytes());
            else if (field == 3) zlib = RangeOf(packed, reader.Bytes());
            else if (NameOfPacking(field) is { } name) throw new InvalidDataException($"a block is packed with {name}");
            else reader.Skip();
        }

        if (raw is { } plain) return packed[plain];
        return zlib is { } deflated ? Inflate(packed, deflated, rawSize) : [];
    }

    private static Range RangeOf(byte[] whole, ReadOnlySpan<byte> part)
    {
        whole.AsSpan().Overlaps(part, out var start);
        return start..(start + part.Length);
    }

    private static byte[] Inflate(byte[] packed, Range range, int size)
    {
        if (size is < 0 or > LongestContent) throw new InvalidDataException($"a block states {size} bytes unpacked; the format allows {LongestContent}");
        var (start, length) = range.GetOffsetAndLength(packed.Length);
        using var zlib = new ZLibStream(new MemoryStream(packed, start, length), CompressionMode.Decompress);
        var content = new byte[size];
        var filled = zlib.ReadAtLeast(content, size, throwOnEndOfStream: false);
        return filled == size && zlib.ReadByte() < 0 ? content : throw new InvalidDataException("a block unpacks to another length than it states");
    }
}
