using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Analyses;

/// <summary>How much there is of a shape: metres of a line, square metres of an area, one for each point.</summary>
internal static class Measure
{
    /// <summary>The kind whose measure fits a layer; what may hold anything is measured by what it holds.</summary>
    public static GeometryKind KindOf(AnalysisInput input) => input.Layer.Geometry != GeometryKind.Any ? input.Layer.Geometry
        : input.Features.Select(feature => feature.Geometry).OfType<Geometry>().Select(KindOf).DefaultIfEmpty(GeometryKind.Point).Max();

    public static GeometryKind KindOf(Geometry shape) => shape.Dimension switch
    {
        Dimension.Point => GeometryKind.Point,
        Dimension.Curve => GeometryKind.Line,
        _ => GeometryKind.Polygon,
    };

    public static string? UnitOf(GeometryKind kind) => kind switch { GeometryKind.Line => "m", GeometryKind.Polygon => "m2", _ => null };

    public static double Of(GeometryKind kind, Geometry shape) => kind switch
    {
        GeometryKind.Line => shape.Length,
        GeometryKind.Polygon => shape.Area,
        _ => shape.IsEmpty ? 0 : 1,
    };

    /// <summary>To a tenth of a metre or a square metre: the data is no better.</summary>
    public static double Round(double value) => Math.Round(value, 1);

    /// <summary>The parts of a shape that are of its kind: an intersection of areas may leave lines and points behind, which are nothing.</summary>
    public static Geometry? Only(GeometryKind kind, Geometry shape)
    {
        if (shape.IsEmpty) return null;
        if (shape is not GeometryCollection { OgcGeometryType: OgcGeometryType.GeometryCollection } mixed) return KindOf(shape) == kind ? shape : null;
        var parts = Singles(mixed).Where(part => KindOf(part) == kind).ToList();
        return parts.Count == 0 ? null : shape.Factory.BuildGeometry(parts);
    }

    private static IEnumerable<Geometry> Singles(Geometry shape) => shape is GeometryCollection several ? several.Geometries.SelectMany(Singles) : [shape];
}
