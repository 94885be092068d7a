using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CityMap.Geo.Tiles;

/// <summary>A growing run of bytes with the number encodings of protocol buffers.</summary>
internal sealed class ByteWriter(int capacity)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>How many bytes a number takes.</summary>
    public static int Size(ulong value) => value < 128 ? 1 : ((63 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 7) + 1;

    /// <summary>Small numbers of either sign as small unsigned ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));

    /// <summary>Makes room for so many bytes and hands them over; <see cref="Advance"/> says how many were used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Room(int size)
    {
        if (_bytes.Length - Length < size) Grow(size);
        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), Length), size);
    }

    public void Advance(int size) => Length += size;

    public void Clear() => Length = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Varint(ulong value)
    {
        var room = Room(10);
        var i = 0;
        while (value >= 128)
        {
            room[i++] = (byte)(value | 128);
            value >>= 7;
        }

        room[i++] = (byte)value;
        Length += i;
    }

    public void Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>A field of bytes: key, length, content.</summary>
    public void Field(byte key, ReadOnlySpan<byte> bytes)
    {
        Byte(key);
        Varint((ulong)bytes.Length);
        Bytes(bytes);
    }

    private void Grow(int size) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + size));
}
