using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Exports;

/// <summary>Shapes as formats want them: of one kind each, in the system asked for.</summary>
internal static class ExportShapes
{
    /// <summary>The parts of a shape, one for each kind that is in it: a collection of points and areas has two.</summary>
    public static IReadOnlyList<Geometry> PartsOf(Geometry shape)
    {
        if (shape is not GeometryCollection { OgcGeometryType: OgcGeometryType.GeometryCollection }) return [shape];
        return [.. Singles(shape).GroupBy(KindOf).OrderBy(group => group.Key).Select(group => Together(group.Key, [.. group]))];
    }

    /// <summary>The kind of a shape that is no collection.</summary>
    public static GeometryKind KindOf(Geometry shape) => shape.Dimension switch
    {
        Dimension.Point => GeometryKind.Point,
        Dimension.Curve => GeometryKind.Line,
        _ => GeometryKind.Polygon,
    };

    /// <summary>Several of a kind as one "multi" shape; one that is several already stays as it is.</summary>
    public static Geometry Together(GeometryKind kind, IReadOnlyList<Geometry> singles) => singles is [GeometryCollection several] ? several : kind switch
    {
        GeometryKind.Point => singles[0].Factory.CreateMultiPoint([.. singles.Cast<Point>()]),
        GeometryKind.Line => singles[0].Factory.CreateMultiLineString([.. singles.Cast<LineString>()]),
        _ => singles[0].Factory.CreateMultiPolygon([.. singles.Cast<Polygon>()]),
    };

    /// <summary>A shape in another system, east before north.</summary>
    /// <exception cref="ExportException">It lies where the system is not used.</exception>
    public static Geometry In(Crs crs, Geometry ground, string id)
    {
        if (crs.Code == CrsCatalogue.Wgs84.Code) return ground;
        return ShapeMapping.Map(ground, (lon, lat) => crs.Covers(lon, lat)
            ? crs.FromGround(lon, lat)
            : throw new ExportException("crs", FormattableString.Invariant($"The feature {id} lies at {lon:0.###}, {lat:0.###}, far from where {crs} is used ({crs.Places}).")));
    }

    private static IEnumerable<Geometry> Singles(Geometry shape) => shape is GeometryCollection several ? several.Geometries.SelectMany(Singles) : shape.IsEmpty ? [] : [shape];
}
