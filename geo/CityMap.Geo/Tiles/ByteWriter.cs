using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CityMap.Geo.Tiles;

/// <summary>A growing run of bytes with the number encodings of protocol buffers. Its memory is borrowed: dispose it.</summary>
internal sealed class ByteWriter(int capacity) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>How many bytes a number takes.</summary>
    public static int Size(ulong value) => value < 128 ? 1 : ((63 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 7) + 1;

    /// <summary>Small numbers of either sign as small unsigned ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));

    /// <summary>Writes a number at a place and answers the place behind it. There must be room for five bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Put(ref byte at, uint value)
    {
        // Up to three bytes are written together and only stepped over as far as they count.
        if (value < 1 << 7)
        {
            at = (byte)value;
            return ref Unsafe.Add(ref at, 1);
        }

        if (value < 1 << 14)
        {
            Unsafe.WriteUnaligned(ref at, (ushort)((value & 0x7F) | 0x80 | ((value & 0x3F80) << 1)));
            return ref Unsafe.Add(ref at, 2);
        }

        while (value >= 128)
        {
            at = (byte)(value | 128);
            at = ref Unsafe.Add(ref at, 1);
            value >>= 7;
        }

        at = (byte)value;
        return ref Unsafe.Add(ref at, 1);
    }

    /// <summary>Makes room for so many bytes and hands over the first; <see cref="Advance"/> says how many were used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Room(int size)
    {
        if (_bytes.Length - Length < size) Grow(size);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), Length);
    }

    public void Advance(int size) => Length += size;

    public void Clear() => Length = 0;

    public void Varint(ulong value)
    {
        ref var at = ref Room(10);
        var i = 0;
        while (value >= 128)
        {
            Unsafe.Add(ref at, i++) = (byte)(value | 128);
            value >>= 7;
        }

        Unsafe.Add(ref at, i++) = (byte)value;
        Length += i;
    }

    public void Byte(byte value)
    {
        Room(1) = value;
        Length++;
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(MemoryMarshal.CreateSpan(ref Room(bytes.Length), bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>A field of bytes: key, length, content.</summary>
    public void Field(byte key, ReadOnlySpan<byte> bytes)
    {
        Byte(key);
        Varint((ulong)bytes.Length);
        Bytes(bytes);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + size));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
