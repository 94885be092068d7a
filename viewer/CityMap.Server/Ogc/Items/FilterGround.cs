using CityMap.Geo.Filtering.Cql2;

namespace CityMap.Server.Ogc.Items;

/// <summary>Brings the shapes of a filter from another coordinate system to the ground.</summary>
internal static class FilterGround
{
    public static Cql2Expression Of(Cql2Expression node, OgcCrs crs) => node switch
    {
        GeometryLiteral shape => shape with { Value = crs.Read(shape.Value) },
        BoxLiteral box => Box(box, crs),
        And and => and with { Parts = [.. and.Parts.Select(part => Of(part, crs))] },
        Or or => or with { Parts = [.. or.Parts.Select(part => Of(part, crs))] },
        Not not => not with { Inner = Of(not.Inner, crs) },
        IsNull test => test with { Value = Of(test.Value, crs) },
        Compare compare => compare with { Left = Of(compare.Left, crs), Right = Of(compare.Right, crs) },
        Spatial spatial => spatial with { Left = Of(spatial.Left, crs), Right = Of(spatial.Right, crs) },
        _ => node,
    };

    private static BoxLiteral Box(BoxLiteral box, OgcCrs crs)
    {
        var (west, south) = crs.ToGround(box.West, box.South);
        var (east, north) = crs.ToGround(box.East, box.North);
        return new BoxLiteral(west, south, east, north) { Place = box.Place };
    }
}
