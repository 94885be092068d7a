using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Unsigned numbers, each in as few whole bytes as the largest needs.</summary>
internal readonly struct PackedCodes
{
    private readonly byte[] _bytes;
    private readonly int _width;
    private readonly ulong _mask;

    /// <summary>Room for so many numbers up to a largest below 2^56.</summary>
    public PackedCodes(int count, ulong largest)
    {
        _width = 1;
        while (_width < 7 && largest >= 1UL << (8 * _width)) _width++;
        _mask = (1UL << (8 * _width)) - 1;
        // Every number is read as eight bytes, so the last one needs room behind it.
        _bytes = new byte[((long)count * _width) + 8 - _width];
    }

    /// <summary>The largest number that fits.</summary>
    public const ulong Limit = (1UL << 56) - 1;

    public ulong this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), (nint)index * _width)) & _mask;
    }

    /// <summary>Writes a number; only while nobody reads, in ascending order of index.</summary>
    public void Set(int index, ulong value)
    {
        for (var i = 0; i < _width; i++) _bytes[(index * _width) + i] = (byte)(value >> (8 * i));
    }
}
