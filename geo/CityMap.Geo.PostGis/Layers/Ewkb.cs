using System.Buffers.Binary;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>
/// Shapes as PostGIS keeps them: extended WKB in EPSG:4326, two dimensions. Lines and areas are kept as their multi kind,
/// so that a column has one type; what has one part comes back single.
/// </summary>
internal static class Ewkb
{
    private const uint HasSrid = 0x2000_0000;

    /// <summary>The type of the geometry column of a layer.</summary>
    public static string ColumnType(GeometryKind kind) => kind switch
    {
        GeometryKind.Point => "geometry(Point,4326)",
        GeometryKind.Line => "geometry(MultiLineString,4326)",
        GeometryKind.Polygon => "geometry(MultiPolygon,4326)",
        _ => "geometry(Geometry,4326)",
    };

    /// <summary>Looks at a shape that is right for its layer; null means that its column takes it.</summary>
    public static string? FindProblem(GeometryKind kind, Geometry? geometry) =>
        kind == GeometryKind.Point && geometry is MultiPoint { NumGeometries: > 1 }
            ? "several points in one feature: give each a feature of its own." : null;

    /// <summary>The bytes of a shape.</summary>
    public static byte[] Write(GeometryKind kind, Geometry geometry) => (kind, geometry) switch
    {
        (_, Point point) => WritePoint(point),
        (GeometryKind.Point, MultiPoint single) => WritePoint((Point)single.GetGeometryN(0)),
        (GeometryKind.Line, LineString line) => WithSrid(new MultiLineString([line])),
        (GeometryKind.Polygon, Polygon area) => WithSrid(new MultiPolygon([area])),
        _ => WithSrid(geometry),
    };

    /// <summary>The shape as callers know it.</summary>
    public static Geometry Read(GeometryKind kind, Geometry stored) =>
        kind is GeometryKind.Line or GeometryKind.Polygon && stored is GeometryCollection { NumGeometries: 1 } one ? one.GetGeometryN(0) : stored;

    private static byte[] WritePoint(Point point)
    {
        var bytes = new byte[25];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), 1 | HasSrid);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(5), 4326);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(9), point.X);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(17), point.Y);
        return bytes;
    }

    // The writer takes the SRID from the geometry, which is not ours to change: it is put between type and content here.
    private static byte[] WithSrid(Geometry geometry)
    {
        var plain = new WKBWriter(ByteOrder.LittleEndian, handleSRID: false, emitZ: false).Write(geometry);
        var bytes = new byte[plain.Length + 4];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), BinaryPrimitives.ReadUInt32LittleEndian(plain.AsSpan(1)) | HasSrid);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(5), 4326);
        plain.AsSpan(5).CopyTo(bytes.AsSpan(9));
        return bytes;
    }
}
