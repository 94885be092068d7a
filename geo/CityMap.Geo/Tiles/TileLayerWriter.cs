using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CityMap.Geo.Tiles;

/// <summary>Writes one layer of a vector tile (MVT 2.1): features first, then the keys and values they share.</summary>
internal sealed class TileLayerWriter(string name, int extent) : IDisposable
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
        Span<byte> geometry = stackalloc byte[16];
        ref var start = ref MemoryMarshal.GetReference(geometry);
        start = 9;
        ref var end = ref ByteWriter.Put(ref ByteWriter.Put(ref Unsafe.Add(ref start, 1), ByteWriter.ZigZag(x)), ByteWriter.ZigZag(y));
        Feature(1, geometry[..(int)Unsafe.ByteOffset(ref start, ref end)], tags);
    }

    /// <summary>Adds a feature.</summary>
    /// <param name="type">1 point, 2 line, 3 polygon.</param>
    /// <param name="geometry">Commands and parameters, encoded.</param>
    /// <param name="tags">Key and value numbers in turn.</param>
    public void Feature(byte type, ReadOnlySpan<byte> geometry, ReadOnlySpan<uint> tags)
    {
        // Written as if both lengths took one byte each, which is nearly always so; else what follows is moved.
        ref var start = ref _features.Room((5 * tags.Length) + geometry.Length + 32);
        ref var content = ref Unsafe.Add(ref start, 4);
        ref var at = ref content;
        foreach (var tag in tags) at = ref ByteWriter.Put(ref at, tag);
        var tagBytes = (int)Unsafe.ByteOffset(ref content, ref at);
        var tagField = tagBytes == 0 ? 0 : 1 + ByteWriter.Size((ulong)tagBytes) + tagBytes;
        var size = tagField + 3 + ByteWriter.Size((ulong)geometry.Length) + geometry.Length;
        at = ref Unsafe.Add(ref start, 1);
        start = 0x12;
        if (tagBytes is > 0 and < 128 && size < 128)
        {
            (at, Unsafe.Add(ref start, 2), Unsafe.Add(ref start, 3)) = ((byte)size, 0x12, (byte)tagBytes);
            at = ref Unsafe.Add(ref content, tagBytes);
        }
        else
        {
            var moved = MemoryMarshal.CreateSpan(ref content, tagBytes).ToArray();
            at = ref ByteWriter.Put(ref at, (uint)size);
            if (tagBytes > 0)
            {
                at = 0x12;
                at = ref ByteWriter.Put(ref Unsafe.Add(ref at, 1), (uint)tagBytes);
                moved.CopyTo(MemoryMarshal.CreateSpan(ref at, tagBytes));
                at = ref Unsafe.Add(ref at, tagBytes);
            }
        }

        (at, Unsafe.Add(ref at, 1), Unsafe.Add(ref at, 2)) = (0x18, type, 0x22);
        at = ref ByteWriter.Put(ref Unsafe.Add(ref at, 3), (uint)geometry.Length);
        geometry.CopyTo(MemoryMarshal.CreateSpan(ref at, geometry.Length));
        _features.Advance((int)Unsafe.ByteOffset(ref start, ref at) + geometry.Length);
        Features++;
    }

    /// <summary>The tile with this one layer; no bytes at all when it holds no feature.</summary>
    public byte[] Finish()
    {
        if (Features == 0) return [];
        using var head = new ByteWriter(64);
        using var tail = new ByteWriter(512);
        head.Byte(0x78);
        head.Byte(2);
        head.Field(0x0A, Encoding.UTF8.GetBytes(name));
        foreach (var key in _keys.OrderBy(k => k.Value)) tail.Field(0x1A, Encoding.UTF8.GetBytes(key.Key));
        var keys = tail.Length;
        tail.Byte(0x28);
        tail.Varint((ulong)extent);
        var size = head.Length + _features.Length + tail.Length + Values.Written.Length;
        var start = 1 + ByteWriter.Size((ulong)size);
        var tile = GC.AllocateUninitializedArray<byte>(start + size);
        tile[0] = 0x1A;
        ByteWriter.Put(ref tile[1], (uint)size);
        var rest = tile.AsSpan(start);
        Put(head.Written, ref rest);
        Put(_features.Written, ref rest);
        Put(tail.Written[..keys], ref rest);
        Put(Values.Written, ref rest);
        Put(tail.Written[keys..], ref rest);
        return tile;
    }

    public void Dispose()
    {
        _features.Dispose();
        Values.Dispose();
    }

    private static void Put(ReadOnlySpan<byte> part, ref Span<byte> rest)
    {
        part.CopyTo(rest);
        rest = rest[part.Length..];
    }
}
