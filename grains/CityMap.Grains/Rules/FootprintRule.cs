using CityMap.Geo.Coordinates;
using CityMap.Grains.Contracts;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace CityMap.Grains.Rules;

/// <summary>What an incident may cover: a line or an area of places on the ground, not more detailed than a person draws.</summary>
internal static class FootprintRule
{
    private const int MaxVertices = 10_000;

    /// <returns>What is wrong with it, or null.</returns>
    public static Refusal? Check(Geometry footprint)
    {
        if (footprint is not (LineString or Polygon or MultiLineString or MultiPolygon))
        {
            return Refuse($"A footprint cannot be a {footprint.GeometryType}.");
        }

        if (footprint.IsEmpty) return Refuse("The footprint is empty.");
        if (footprint.NumPoints > MaxVertices) return Refuse($"The footprint has {footprint.NumPoints} vertices.");
        foreach (var vertex in footprint.Coordinates)
        {
            if (CoordinateProblem.Find(vertex.X, vertex.Y) is { } problem) return Refuse(problem.Reason);
        }

        return new IsValidOp(footprint).ValidationError is { } error ? Refuse($"The footprint is not valid: {error.Message}.") : null;
    }

    private static Refusal Refuse(string sentence) => new(RefusalCodes.FootprintInvalid, sentence)
    {
        Field = "footprint",
        Allowed = ["LineString", "Polygon", "MultiLineString", "MultiPolygon"],
        Expected = $"a valid line or polygon of at most {MaxVertices} vertices",
    };
}
