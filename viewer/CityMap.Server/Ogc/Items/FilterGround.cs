using CityMap.Geo.Filtering.Cql2;
using CityMap.Server.Api.Problems;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Ogc.Items;

/// <summary>Brings the shapes of a filter from another coordinate system to the ground.</summary>
internal static class FilterGround
{
    public static Cql2Expression Of(Cql2Expression node, OgcCrs crs) => node switch
    {
        GeometryLiteral shape => shape with { Value = Shape(shape.Value, crs) },
        BoxLiteral box => Box(box, crs),
        And and => and with { Parts = [.. and.Parts.Select(part => Of(part, crs))] },
        Or or => or with { Parts = [.. or.Parts.Select(part => Of(part, crs))] },
        Not not => not with { Inner = Of(not.Inner, crs) },
        IsNull test => test with { Value = Of(test.Value, crs) },
        Compare compare => compare with { Left = Of(compare.Left, crs), Right = Of(compare.Right, crs) },
        Spatial spatial => spatial with { Left = Of(spatial.Left, crs), Right = Of(spatial.Right, crs) },
        _ => node,
    };

    private static Geometry Shape(Geometry shape, OgcCrs crs) => Finite(crs.Read(shape));

    private static Geometry Finite(Geometry ground) =>
        Array.TrueForAll(ground.Coordinates, c => double.IsFinite(c.X) && double.IsFinite(c.Y)) ? ground : throw Beyond();

    private static ProblemException Beyond() =>
        new("invalid_filter", "filter", "A shape lies where its coordinate system does not reach.", "coordinates of filter-crs");

    private static Cql2Expression Box(BoxLiteral box, OgcCrs crs)
    {
        if (crs.IsCurved) return new GeometryLiteral(Finite(crs.GroundShape(box.West, box.South, box.East, box.North)));
        var (west, south, east, north) = crs.GroundBox(box.West, box.South, box.East, box.North);
        if (!(double.IsFinite(west) && double.IsFinite(south) && double.IsFinite(east) && double.IsFinite(north))) throw Beyond();
        return new BoxLiteral(west, south, east, north) { Place = box.Place };
    }
}
