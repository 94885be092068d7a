using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace CityMap.Geo.Tiles;

/// <summary>The values of one tile layer, each written once and known by its number (MVT 2.1 §4.4).</summary>
internal sealed class TileValues : IDisposable
{
    private readonly ByteWriter _bytes = new(16 * 1024);
    private readonly TileValueTable _table = new();

    public ReadOnlySpan<byte> Written => _bytes.Written;

    public int Count { get; private set; }

    public int Text(string text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> utf8 = size <= 1024 ? stackalloc byte[1024] : new byte[size];
        return Text(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    public int Text(ReadOnlySpan<byte> utf8) => Shared(0x0A, utf8, true);

    /// <summary>A text that occurs once, as ids do: it is not looked for among the others.</summary>
    public int UniqueText(ReadOnlySpan<byte> utf8)
    {
        _bytes.Byte(0x22);
        _bytes.Varint((ulong)(utf8.Length + 1 + ByteWriter.Size((ulong)utf8.Length)));
        _bytes.Field(0x0A, utf8);
        return Count++;
    }

    /// <summary>An integer: unsigned, or with its sign when it is negative, as ST_AsMVT writes them.</summary>
    public int Whole(long value)
    {
        Span<byte> varint = stackalloc byte[10];
        var bits = value >= 0 ? (ulong)value : (ulong)((value << 1) ^ (value >> 63));
        var length = 0;
        for (; bits >= 128; bits >>= 7) varint[length++] = (byte)(bits | 128);
        varint[length++] = (byte)bits;
        return Shared(value >= 0 ? (byte)0x28 : (byte)0x30, varint[..length], false);
    }

    public int Real(double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return Shared(0x19, bytes, false);
    }

    public int Truth(bool value) => Shared(0x38, [value ? (byte)1 : (byte)0], false);

    /// <summary>A feature's value; instants as ISO 8601 text in UTC.</summary>
    public int Any(object value) => value switch
    {
        string text => Text(text),
        long whole => Whole(whole),
        int whole => Whole(whole),
        double real => Real(real),
        bool truth => Truth(truth),
        DateTimeOffset instant => Instant(instant),
        _ => throw new ArgumentException($"A tile cannot hold {value}.", nameof(value)),
    };

    /// <summary>An instant as ISO 8601 text in UTC with as many fractions as it has.</summary>
    public int Instant(DateTimeOffset value) =>
        Text(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A UUID that occurs once, in its usual writing.</summary>
    public int UniqueUuid(UInt128 uuid)
    {
        Span<byte> digits = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(digits, uuid);
        var room = MemoryMarshal.CreateSpan(ref _bytes.Room(40), 40);
        (room[0], room[1], room[2], room[3]) = (0x22, 38, 0x0A, 36);
        new Guid(digits, bigEndian: true).TryFormat(room[4..], out _);
        _bytes.Advance(40);
        return Count++;
    }

    public void Dispose()
    {
        _bytes.Dispose();
        _table.Dispose();
    }

    private int Shared(byte key, ReadOnlySpan<byte> content, bool hasLength)
    {
        var hash = Hash(key, content);
        for (var at = _table.First(hash); at >= 0; at = _table.Next(hash))
        {
            ref readonly var known = ref _table[at];
            if (known.Key == key && known.Length == content.Length && _bytes.Written.Slice(known.Start, known.Length).SequenceEqual(content)) return known.Number;
        }

        var prefix = hasLength ? 1 + ByteWriter.Size((ulong)content.Length) : 1;
        _bytes.Byte(0x22);
        _bytes.Varint((ulong)(prefix + content.Length));
        _bytes.Byte(key);
        if (hasLength) _bytes.Varint((ulong)content.Length);
        _table.Add(new(hash, key, _bytes.Length, content.Length, Count));
        _bytes.Bytes(content);
        return Count++;
    }

    private static uint Hash(byte key, ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)key + ((ulong)bytes.Length << 8);
        while (bytes.Length >= 8)
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(bytes)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
            bytes = bytes[8..];
        }

        foreach (var b in bytes) hash = (hash ^ b) * 0x100000001B3;
        hash *= 0x9E3779B97F4A7C15;
        return (uint)(hash >> 32);
    }
}
