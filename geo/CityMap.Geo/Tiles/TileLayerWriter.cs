using System.Text;

namespace CityMap.Geo.Tiles;

/// <summary>Writes one layer of a vector tile (MVT 2.1): features first, then the keys and values they share.</summary>
internal sealed class TileLayerWriter(string name, int extent)
{
    private readonly ByteWriter _features = new(64 * 1024);
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

    public TileValues Values { get; } = new();

    public int Features { get; private set; }

    /// <summary>The number of a key, given in order of first use.</summary>
    public uint Key(string key)
    {
        ref var number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_keys, key, out var known);
        if (!known) number = _keys.Count - 1;
        return (uint)number;
    }

    /// <summary>Adds a point.</summary>
    /// <param name="tags">Key and value numbers in turn.</param>
    public void Point(int x, int y, ReadOnlySpan<uint> tags)
    {
        Span<byte> geometry = stackalloc byte[11];
        geometry[0] = 9;
        var length = Varint(geometry, 1, ByteWriter.ZigZag(x));
        length = Varint(geometry, length, ByteWriter.ZigZag(y));
        Feature(1, geometry[..length], tags);
    }

    /// <summary>Adds a feature.</summary>
    /// <param name="type">1 point, 2 line, 3 polygon.</param>
    /// <param name="geometry">Commands and parameters, encoded.</param>
    /// <param name="tags">Key and value numbers in turn.</param>
    public void Feature(byte type, ReadOnlySpan<byte> geometry, ReadOnlySpan<uint> tags)
    {
        var tagBytes = 0;
        foreach (var tag in tags) tagBytes += ByteWriter.Size(tag);
        var tagField = tagBytes == 0 ? 0 : 1 + ByteWriter.Size((ulong)tagBytes) + tagBytes;
        var size = tagField + 2 + 1 + ByteWriter.Size((ulong)geometry.Length) + geometry.Length;
        var room = _features.Room(size + 6);
        room[0] = 0x12;
        var at = Varint(room, 1, (uint)size);
        if (tagBytes > 0)
        {
            room[at++] = 0x12;
            at = Varint(room, at, (uint)tagBytes);
            foreach (var tag in tags) at = Varint(room, at, tag);
        }

        (room[at], room[at + 1], room[at + 2]) = (0x18, type, 0x22);
        at = Varint(room, at + 3, (uint)geometry.Length);
        geometry.CopyTo(room[at..]);
        _features.Advance(at + geometry.Length);
        Features++;
    }

    /// <summary>The tile with this one layer; no bytes at all when it holds no feature.</summary>
    public byte[] Finish()
    {
        if (Features == 0) return [];
        var (head, tail) = (new ByteWriter(64), new ByteWriter(512));
        head.Byte(0x78);
        head.Byte(2);
        head.Field(0x0A, Encoding.UTF8.GetBytes(name));
        foreach (var key in _keys.OrderBy(k => k.Value)) tail.Field(0x1A, Encoding.UTF8.GetBytes(key.Key));
        var keys = tail.Length;
        tail.Byte(0x28);
        tail.Varint((ulong)extent);
        var size = head.Length + _features.Length + tail.Length + Values.Written.Length;
        var tile = new byte[1 + ByteWriter.Size((ulong)size) + size];
        tile[0] = 0x1A;
        var rest = tile.AsSpan(Varint(tile, 1, (uint)size));
        Put(head.Written, ref rest);
        Put(_features.Written, ref rest);
        Put(tail.Written[..keys], ref rest);
        Put(Values.Written, ref rest);
        Put(tail.Written[keys..], ref rest);
        return tile;
    }

    private static void Put(ReadOnlySpan<byte> part, ref Span<byte> rest)
    {
        part.CopyTo(rest);
        rest = rest[part.Length..];
    }

    private static int Varint(Span<byte> bytes, int at, uint value)
    {
        while (value >= 128)
        {
            bytes[at++] = (byte)(value | 128);
            value >>= 7;
        }

        bytes[at++] = (byte)value;
        return at;
    }
}
