using System.Buffers.Binary;
using System.IO.Compression;

namespace CityMap.Viewer.Text;

/// <summary>Unpacks a WOFF 1.0 font (W3C Recommendation, 13 December 2012) into the SFNT it was made from.</summary>
internal static class WoffFile
{
    private const uint Signature = 0x774F4646;
    private const int HeaderLength = 44;
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>True when the bytes say they are WOFF.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.Length > HeaderLength && BinaryPrimitives.ReadUInt32BigEndian(file) == Signature;

    /// <summary>The font as SFNT.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static byte[] Unpack(byte[] file)
    {
        var tables = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(12));
        var total = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(16));
        if (total > MostBytes || HeaderLength + (tables * 20) > file.Length) throw new InvalidDataException("The font is damaged: its table of contents is too long.");
        var font = new byte[total];
        var at = 12 + (tables * 16);
        file.AsSpan(4, 4).CopyTo(font);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), tables);
        var power = (int)Math.Log2(Math.Max(1, (int)tables));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)((tables * 16) - (16 << power)));
        for (var i = 0; i < tables; i++) at = Table(file, font, i, at);
        return font;
    }

    private static int Table(byte[] file, byte[] font, int number, int at)
    {
        var entry = file.AsSpan(HeaderLength + (number * 20), 20);
        var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
        var packed = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
        var length = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
        if (offset < 0 || packed < 0 || length < 0 || (long)offset + packed > file.Length || (long)at + length > font.Length)
        {
            throw new InvalidDataException("The font is damaged: a table lies outside the file.");
        }

        var row = font.AsSpan(12 + (number * 16), 16);
        entry[..4].CopyTo(row);
        entry[16..20].CopyTo(row[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(row[8..], (uint)at);
        BinaryPrimitives.WriteUInt32BigEndian(row[12..], (uint)length);
        var target = font.AsSpan(at, length);
        if (packed == length) file.AsSpan(offset, length).CopyTo(target);
        else
        {
            using var zlib = new ZLibStream(new MemoryStream(file, offset, packed), CompressionMode.Decompress);
            zlib.ReadExactly(target);
        }

        return at + ((length + 3) & ~3);
    }
}
