using System.Buffers.Binary;
using CityMap.Geo.Formats.Rows;

namespace CityMap.Geo.Formats.GeoPackage;

/// <summary>
/// Walks over the headers of well-known binary (OGC 06-103r4 §8, and EWKB) before it is read: how deep it goes, and whether it holds as much as it says.
/// Its reader calls itself for each level, and makes room for as much as it is told.
/// </summary>
public static class WkbWalk
{
    private const int SmallestShape = 9;
    private const int SmallestRing = 4;

    /// <summary>Checks one shape.</summary>
    /// <exception cref="FormatException">It is nested deeper than <see cref="Nesting.Deepest"/>, or ends too early.</exception>
    public static void Check(ReadOnlySpan<byte> wkb)
    {
        Span<int> left = stackalloc int[Nesting.Deepest + 1];
        var depth = 0;
        left[0] = 1;
        while (depth >= 0)
        {
            if (left[depth]-- == 0)
            {
                depth--;
                continue;
            }

            var parts = Parts(ref wkb);
            if (parts == 0) continue;
            if (++depth > Nesting.Deepest) throw new FormatException(Nesting.Refusal);
            left[depth] = parts;
        }
    }

    // Walks over a plain shape and gives 0; of one that holds others it walks over the head and says how many those are.
    private static int Parts(ref ReadOnlySpan<byte> wkb)
    {
        var big = Take(ref wkb, 1)[0] == 0;
        var code = (uint)Number(ref wkb, big);
        if ((code & 0x20000000) != 0) Take(ref wkb, 4);
        var position = Ordinates(code) * sizeof(double);
        switch ((code & 0xFFFF) % 1000)
        {
            case 1:
                Take(ref wkb, position);
                return 0;
            case 2:
                Take(ref wkb, (long)Count(ref wkb, big, position) * position);
                return 0;
            case 3:
                for (var rings = Count(ref wkb, big, SmallestRing); rings > 0; rings--) Take(ref wkb, (long)Count(ref wkb, big, position) * position);
                return 0;
            case >= 4 and <= 7:
                return Count(ref wkb, big, SmallestShape);
            default:
                throw new FormatException("The geometry holds a shape of an unknown kind.");
        }
    }

    private static int Ordinates(uint code) => ((code & 0xFFFF) / 1000) switch
    {
        1 or 2 => 3,
        3 => 4,
        _ => 2 + (int)((code >> 31) & 1) + (int)((code >> 30) & 1),
    };

    private static int Count(ref ReadOnlySpan<byte> wkb, bool big, int smallest)
    {
        var count = Number(ref wkb, big);
        return count >= 0 && count <= wkb.Length / smallest ? count : throw Short();
    }

    private static int Number(ref ReadOnlySpan<byte> wkb, bool big)
    {
        var bytes = Take(ref wkb, sizeof(int));
        return big ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> wkb, long length)
    {
        if (length > wkb.Length) throw Short();
        var taken = wkb[..(int)length];
        wkb = wkb[(int)length..];
        return taken;
    }

    private static FormatException Short() => new("The geometry ends too early.");
}
