using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Rows;

/// <summary>Makes shapes in WGS 84, longitude first, from positions as a file gives them, and refuses what is none.</summary>
internal static class Shapes
{
    /// <summary>The most positions of one shape.</summary>
    public const int MostPositions = 1_000_000;

    /// <summary>SRID 4326, double precision.</summary>
    public static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>A checked position.</summary>
    public static Coordinate Position(double lon, double lat, string field) =>
        CoordinateProblem.Find(lon, lat) is { } problem ? throw new RowRefusal(field, problem.Reason) : new Coordinate(lon, lat);

    /// <summary>A line of two positions or more.</summary>
    public static LineString Line(IReadOnlyCollection<Coordinate> positions, string field) => positions.Count >= 2
        ? Factory.CreateLineString([.. positions])
        : throw new RowRefusal(field, $"A line needs two positions or more, it holds {positions.Count}.");

    /// <summary>One shape of several of a kind: the shape itself when there is one, else the fitting multi-shape or a collection.</summary>
    public static Geometry Together(IReadOnlyList<Geometry> parts, string field)
    {
        var single = parts.SelectMany(Singles).ToList();
        return single switch
        {
            [] => throw new RowRefusal(field, "The shape holds nothing."),
            [var one] => one,
            _ when single.All(p => p is Point) => Factory.CreateMultiPoint([.. single.Cast<Point>()]),
            _ when single.All(p => p is LineString) => Factory.CreateMultiLineString([.. single.Cast<LineString>()]),
            _ when single.All(p => p is Polygon) => Factory.CreateMultiPolygon([.. single.Cast<Polygon>()]),
            _ => Factory.CreateGeometryCollection([.. single]),
        };
    }

    private static IEnumerable<Geometry> Singles(Geometry shape) =>
        shape is GeometryCollection several ? several.Geometries.SelectMany(Singles) : [shape];
}
