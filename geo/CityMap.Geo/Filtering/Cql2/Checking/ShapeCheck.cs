using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>Shapes of a filter as the interpreters take them: on the ground, valid, boxes as areas.</summary>
internal static class ShapeCheck
{
    private static readonly GeometryFactory _factory = NetTopologySuite.NtsGeometryServices.Instance.CreateGeometryFactory(4326);

    /// <exception cref="Cql2Exception">It lies outside the world, or its rings cross.</exception>
    public static GeometryLiteral Check(GeometryLiteral literal)
    {
        foreach (var position in literal.Value.Coordinates)
        {
            if (CoordinateProblem.Find(position.X, position.Y) is { } problem) throw new Cql2Exception(problem.Reason, literal.Place);
        }

        var valid = new NetTopologySuite.Operation.Valid.IsValidOp(literal.Value);
        return valid.IsValid ? literal : throw new Cql2Exception($"The shape is not valid: {valid.ValidationError.Message}.", literal.Place);
    }

    /// <exception cref="Cql2Exception">A corner lies outside the world.</exception>
    public static GeometryLiteral Check(BoxLiteral box)
    {
        if ((CoordinateProblem.Find(box.West, box.South) ?? CoordinateProblem.Find(box.East, box.North)) is { } problem)
        {
            throw new Cql2Exception(problem.Reason, box.Place);
        }

        var parts = new Bounds(box.West, box.South, box.East, box.North).Split()
            .Select(part => _factory.ToGeometry(new Envelope(part.West, part.East, part.South, part.North))).ToArray();
        Geometry shape = parts.Length == 1 ? parts[0]
            : parts.All(part => part is Polygon) ? _factory.CreateMultiPolygon([.. parts.Cast<Polygon>()])
            : _factory.CreateGeometryCollection(parts);
        return new GeometryLiteral(shape) { Place = box.Place };
    }
}
