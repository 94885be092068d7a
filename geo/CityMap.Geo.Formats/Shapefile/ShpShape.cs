using System.Buffers.Binary;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Shapefile;

/// <summary>Shapes from the bytes of a record (ESRI Shapefile Technical Description, p. 6 to 20). Heights are kept, measures are not.</summary>
internal static class ShpShape
{
    // What lies below stands for no value (p. 2).
    private const double NoData = -1e38;

    /// <summary>Decodes the content of one record; null for a null shape.</summary>
    /// <exception cref="InvalidDataException">Its counts do not fit its bytes.</exception>
    /// <exception cref="ArgumentException">It has too few positions for its kind.</exception>
    public static Geometry? Decode(ReadOnlySpan<byte> content)
    {
        var type = (ShapeType)BinaryPrimitives.ReadInt32LittleEndian(content);
        return type switch
        {
            ShapeType.Null => null,
            ShapeType.Point or ShapeType.PointM => Placement.Factory.CreatePoint(new Coordinate(Number(content, 4), Number(content, 12))),
            ShapeType.PointZ => Placement.Factory.CreatePoint(new CoordinateZ(Number(content, 4), Number(content, 12), Number(content, 20))),
            ShapeType.MultiPoint or ShapeType.MultiPointM => Placement.Factory.CreateMultiPointFromCoords(Positions(content, 40, Count(content, 36), heights: false)),
            ShapeType.MultiPointZ => Placement.Factory.CreateMultiPointFromCoords(Positions(content, 40, Count(content, 36), heights: true)),
            ShapeType.PolyLine or ShapeType.PolyLineM => Lines(Parts(content, heights: false)),
            ShapeType.PolyLineZ => Lines(Parts(content, heights: true)),
            ShapeType.Polygon or ShapeType.PolygonM => ShpRings.Assemble(Parts(content, heights: false)),
            ShapeType.PolygonZ => ShpRings.Assemble(Parts(content, heights: true)),
            _ => throw new InvalidDataException($"there is no type {(int)type}."),
        };
    }

    private static Geometry Lines(List<Coordinate[]> parts) => parts is [var only]
        ? Placement.Factory.CreateLineString(only)
        : Placement.Factory.CreateMultiLineString([.. parts.Select(Placement.Factory.CreateLineString)]);

    private static List<Coordinate[]> Parts(ReadOnlySpan<byte> content, bool heights)
    {
        var (parts, points) = (Count(content, 36), Count(content, 40));
        var positions = Positions(content, 44 + (4 * parts), points, heights);
        var pieces = new List<Coordinate[]>(parts);
        for (var i = 0; i < parts; i++)
        {
            var start = Count(content, 44 + (4 * i));
            var end = i + 1 < parts ? Count(content, 48 + (4 * i)) : points;
            if (start > end || end > points) throw new InvalidDataException($"part {i + 1} begins at position {start} and ends at {end} of {points}.");
            if (end > start) pieces.Add(positions[start..end]);
        }

        return pieces;
    }

    private static Coordinate[] Positions(ReadOnlySpan<byte> content, int at, int count, bool heights)
    {
        // Heights come behind all positions, after their own range.
        var high = at + (16 * count) + 16;
        if (at + (16L * count) > content.Length) throw new InvalidDataException($"{count} positions do not fit its {content.Length} bytes.");
        heights = heights && high + (8L * count) <= content.Length;
        var positions = new Coordinate[count];
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (Number(content, at + (16 * i)), Number(content, at + (16 * i) + 8));
            positions[i] = heights && Number(content, high + (8 * i)) is > NoData and var z ? new CoordinateZ(x, y, z) : heights ? new CoordinateZ(x, y) : new Coordinate(x, y);
        }

        return positions;
    }

    private static int Count(ReadOnlySpan<byte> content, int at)
    {
        if (at + 4 > content.Length) throw new InvalidDataException($"its {content.Length} bytes end too early.");
        var count = BinaryPrimitives.ReadInt32LittleEndian(content[at..]);
        return count >= 0 && count <= content.Length ? count : throw new InvalidDataException($"a count of {count} does not fit its {content.Length} bytes.");
    }

    private static double Number(ReadOnlySpan<byte> content, int at) =>
        at + 8 <= content.Length ? BinaryPrimitives.ReadDoubleLittleEndian(content[at..]) : throw new InvalidDataException($"its {content.Length} bytes end too early.");
}
