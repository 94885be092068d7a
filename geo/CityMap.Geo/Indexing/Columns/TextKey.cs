using System.Buffers.Binary;
using System.Text;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Sort keys of texts: the first fifteen UTF-8 bytes, so that keys order as the texts do.</summary>
internal static class TextKey
{
    private const int Length = 15;

    public static SortKey Of(ReadOnlySpan<byte> utf8)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        utf8[..Math.Min(Length, utf8.Length)].CopyTo(bytes[1..]);
        return new(false, BinaryPrimitives.ReadInt128BigEndian(bytes));
    }

    public static SortKey Of(string text)
    {
        Span<byte> utf8 = stackalloc byte[3 * Length];
        var length = Encoding.UTF8.GetBytes(text.AsSpan(0, Math.Min(Length, text.Length)), utf8);
        return Of(utf8[..length]);
    }
}
