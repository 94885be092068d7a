using System.Buffers.Binary;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Where the blocks of an OSM PBF file lie. All of them are looked at before any is unpacked: a file that was cut is refused whole.</summary>
internal sealed class PbfBlobs
{
    private const int LongestHeader = 64 * 1024;
    private const int LongestBlob = 32 * 1024 * 1024;

    private PbfBlobs(IReadOnlyList<PbfBlob> data, PbfBlob? header) => (Data, Header) = (data, header);

    /// <summary>The blocks of elements, in the order of the file.</summary>
    public IReadOnlyList<PbfBlob> Data { get; }

    /// <summary>The block that describes the file.</summary>
    public PbfBlob? Header { get; }

    /// <summary>Finds the blocks.</summary>
    /// <exception cref="InvalidDataException">This is no such file, or not the whole of it, or a block is packed in a way that is not read.</exception>
    public static PbfBlobs Find(FileStream file)
    {
        var (data, header) = (new List<PbfBlob>(), (PbfBlob?)null);
        var frame = new byte[LongestHeader];
        for (long at = 0; at < file.Length;)
        {
            Fill(file, at, frame.AsSpan(0, 4));
            var length = BinaryPrimitives.ReadInt32BigEndian(frame);
            if (length is <= 0 or > LongestHeader) throw new InvalidDataException(at == 0 ? "this is not an OSM PBF file" : $"at byte {at} no block begins");
            Fill(file, at + 4, frame.AsSpan(0, length));
            var (type, size) = BlobHeader(frame.AsSpan(0, length));
            if (size is < 0 or > LongestBlob) throw new InvalidDataException($"the block at byte {at} states {size} bytes; the format allows {LongestBlob}");
            var blob = new PbfBlob(at + 4 + length, size);
            if (blob.Start + size > file.Length) throw Cut(file.Length, blob.Start + size);
            if (type == "OSMHeader") header ??= blob;
            else if (type == "OSMData") data.Add(blob);
            if (type is "OSMHeader" or "OSMData") CheckPacking(file, blob);
            at = blob.Start + size;
        }

        return header is null ? throw new InvalidDataException("this is not an OSM PBF file: it has no OSMHeader block") : new(data, header);
    }

    private static (string Type, int Size) BlobHeader(ReadOnlySpan<byte> bytes)
    {
        var (type, size) = ("", 0);
        var reader = new ProtoReader(bytes);
        while (reader.Next(out var field))
        {
            if (field == 1) type = System.Text.Encoding.UTF8.GetString(reader.Bytes());
            else if (field == 3) size = (int)reader.Varint();
            else reader.Skip();
        }

        return (type, size);
    }

    // Only the head of the block is read: the field that holds its content names the packing.
    private static void CheckPacking(FileStream file, PbfBlob blob)
    {
        Span<byte> head = stackalloc byte[16];
        var length = (int)Math.Min(head.Length, blob.Size);
        Fill(file, blob.Start, head[..length]);
        var reader = new ProtoReader(head[..length]);
        while (reader.Next(out var field))
        {
            if (field == 2)
            {
                reader.Varint();
                continue;
            }

            if (PbfBlob.NameOfPacking(field) is { } name) throw new InvalidDataException($"its blocks are packed with {name}; zlib and unpacked blocks are read here");
            return;
        }
    }

    private static void Fill(FileStream file, long at, Span<byte> target)
    {
        if (at + target.Length > file.Length) throw Cut(file.Length, at + target.Length);
        for (var filled = 0; filled < target.Length;)
        {
            var read = RandomAccess.Read(file.SafeFileHandle, target[filled..], at + filled);
            if (read == 0) throw Cut(file.Length, at + target.Length);
            filled += read;
        }
    }

    private static InvalidDataException Cut(long length, long needed) =>
        new($"the file was cut: it holds {length} bytes, and its last block would end at byte {needed} or later");
}
