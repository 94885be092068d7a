using System.Buffers.Binary;

namespace CityMap.Geo.Tests.Formats.Shapefile;

/// <summary>Shapefiles of points, byte by byte, so that a test can write what no program would.</summary>
internal static class Shapes
{
    /// <summary>A <c>.shp</c> of points.</summary>
    public static byte[] Points(params (double X, double Y)[] points)
    {
        var bytes = new byte[100 + (28 * points.Length)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, 9994);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(24), bytes.Length / 2);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(32), 1);
        var box = new[] { points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y) };
        for (var i = 0; i < 4; i++) BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(36 + (8 * i)), box[i]);
        for (var i = 0; i < points.Length; i++)
        {
            var record = bytes.AsSpan(100 + (28 * i));
            BinaryPrimitives.WriteInt32BigEndian(record, i + 1);
            BinaryPrimitives.WriteInt32BigEndian(record[4..], 10);
            BinaryPrimitives.WriteInt32LittleEndian(record[8..], 1);
            BinaryPrimitives.WriteDoubleLittleEndian(record[12..], points[i].X);
            BinaryPrimitives.WriteDoubleLittleEndian(record[20..], points[i].Y);
        }

        return bytes;
    }

    /// <summary>A <c>.dbf</c> with one text column called TEN.</summary>
    public static byte[] Names(byte mark, params byte[][] names)
    {
        const int Width = 40;
        var bytes = new byte[65 + ((Width + 1) * names.Length)];
        bytes.AsSpan(65).Fill((byte)' ');
        bytes[0] = 3;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), names.Length);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(8), 65);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(10), Width + 1);
        bytes[29] = mark;
        "TEN"u8.CopyTo(bytes.AsSpan(32));
        bytes[43] = (byte)'C';
        bytes[48] = Width;
        bytes[64] = 0x0D;
        for (var i = 0; i < names.Length; i++) names[i].CopyTo(bytes, 65 + ((Width + 1) * i) + 1);
        return bytes;
    }
}
