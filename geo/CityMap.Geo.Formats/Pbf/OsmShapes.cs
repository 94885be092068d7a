using CityMap.Geo.Formats.Rows;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Shapes from packed positions (<see cref="MemberWays.Pack"/>); a position that stands twice in a row is taken once.</summary>
internal static class OsmShapes
{
    /// <summary>A position in degrees.</summary>
    public static Coordinate Position(ulong packed)
    {
        var (lon, lat) = MemberWays.Degrees(packed);
        return new(lon, lat);
    }

    /// <summary>A line; null when fewer than two places remain.</summary>
    public static LineString? Line(ReadOnlySpan<ulong> packed)
    {
        var positions = Positions(packed);
        return positions.Length < 2 ? null : Shapes.Factory.CreateLineString(positions);
    }

    /// <summary>A ring; null when it is none.</summary>
    public static LinearRing? Ring(ReadOnlySpan<ulong> packed)
    {
        if (packed.Length < 4 || packed[0] != packed[^1]) return null;
        var positions = Positions(packed);
        return positions.Length < 4 ? null : Shapes.Factory.CreateLinearRing(positions);
    }

    private static Coordinate[] Positions(ReadOnlySpan<ulong> packed)
    {
        var count = packed.IsEmpty ? 0 : 1;
        for (var i = 1; i < packed.Length; i++) count += packed[i] == packed[i - 1] ? 0 : 1;
        var positions = new Coordinate[count];
        for (int i = 0, at = 0; i < packed.Length; i++)
        {
            if (i == 0 || packed[i] != packed[i - 1]) positions[at++] = Position(packed[i]);
        }

        return positions;
    }
}
