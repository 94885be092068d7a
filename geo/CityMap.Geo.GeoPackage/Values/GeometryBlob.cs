using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityMap.Geo.GeoPackage.Values;

/// <summary>
/// Shapes as GeoPackage stores them (OGC 12-128r18 §2.1.3): a header with SRS 4326 and, except for points, an XY envelope; then WKB.
/// Lines and areas are kept as their "multi" kind, which is the one kind a GeoPackage layer can declare for both.
/// </summary>
internal static class GeometryBlob
{
    private const int PlainHeader = 8;
    private const int EnvelopeSize = 32;
    private const int PointSize = PlainHeader + 21;
    private const byte LittleEndian = 1;
    private const byte WithEnvelope = 1 << 1;
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);
    private static readonly NetTopologySuite.NtsGeometryServices Services =
        new(NetTopologySuite.Geometries.Implementation.CoordinateArraySequenceFactory.Instance, new PrecisionModel(), 4326);

    public static byte[] Write(Geometry geometry, bool promote)
    {
        if (geometry is Point point) return WritePoint(point.X, point.Y);

        var wkb = new WKBWriter(ByteOrder.LittleEndian).Write(promote ? Promote(geometry) : geometry);
        var blob = new byte[PlainHeader + EnvelopeSize + wkb.Length];
        WriteHeader(blob, WithEnvelope);
        var box = geometry.EnvelopeInternal;
        WriteDouble(blob, 8, box.MinX);
        WriteDouble(blob, 16, box.MaxX);
        WriteDouble(blob, 24, box.MinY);
        WriteDouble(blob, 32, box.MaxY);
        wkb.CopyTo(blob, PlainHeader + EnvelopeSize);
        return blob;
    }

    public static Geometry Read(ReadOnlySpan<byte> blob, bool demote)
    {
        if (IsPoint(blob)) return Factory.CreatePoint(new Coordinate(ReadDouble(blob, 13), ReadDouble(blob, 21)));

        var geometry = new WKBReader(Services).Read(blob[HeaderSize(blob)..].ToArray());
        return demote && geometry is MultiLineString or MultiPolygon && geometry.NumGeometries == 1 ? geometry.GetGeometryN(0) : geometry;
    }

    /// <summary>The box of a stored shape, from its header where there is one.</summary>
    public static Envelope Box(ReadOnlySpan<byte> blob)
    {
        if (IsPoint(blob)) return new(new Coordinate(ReadDouble(blob, 13), ReadDouble(blob, 21)));
        return (blob[3] & 0b1110) == 0
            ? Read(blob, demote: false).EnvelopeInternal
            : new(ReadDouble(blob, 8), ReadDouble(blob, 16), ReadDouble(blob, 24), ReadDouble(blob, 32));
    }

    public static bool IsEmpty(ReadOnlySpan<byte> blob) => blob.Length < PlainHeader || (blob[3] & 0b10000) != 0;

    private static bool IsPoint(ReadOnlySpan<byte> blob) => blob.Length == PointSize && blob[3] == LittleEndian && blob[9] == 1;

    private static byte[] WritePoint(double x, double y)
    {
        var blob = new byte[PointSize];
        WriteHeader(blob, 0);
        blob[8] = LittleEndian;
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(9), 1);
        WriteDouble(blob, 13, x);
        WriteDouble(blob, 21, y);
        return blob;
    }

    private static void WriteHeader(Span<byte> blob, byte flags)
    {
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        blob[3] = (byte)(LittleEndian | flags);
        BinaryPrimitives.WriteInt32LittleEndian(blob[4..], 4326);
    }

    private static Geometry Promote(Geometry geometry) => geometry switch
    {
        LineString line => Factory.CreateMultiLineString([line]),
        Polygon polygon => Factory.CreateMultiPolygon([polygon]),
        _ => geometry,
    };

    private static int HeaderSize(ReadOnlySpan<byte> blob) => PlainHeader + ((blob[3] >> 1) & 0b111) switch
    {
        0 => 0,
        1 => 32,
        2 or 3 => 48,
        _ => 64,
    };

    private static void WriteDouble(Span<byte> blob, int at, double value) => BinaryPrimitives.WriteDoubleLittleEndian(blob[at..], value);

    private static double ReadDouble(ReadOnlySpan<byte> blob, int at) => BinaryPrimitives.ReadDoubleLittleEndian(blob[at..]);
}
