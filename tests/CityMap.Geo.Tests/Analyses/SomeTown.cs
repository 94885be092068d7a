using CityMap.Geo.Analyses;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CsCheck;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Tests.Analyses;

/// <summary>Towns made up by chance around Lạng Sơn: streets, points, and areas that divide the land.</summary>
internal static class SomeTown
{
    public const double West = 106.7;
    public const double South = 21.8;
    public const double Side = 0.1;

    public static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public static readonly LocalGrid Grid = LocalGrid.Around(new Envelope(West, West + Side, South, South + Side))!;

    /// <summary>Positions to a ten-thousandth of a degree, some of them just on the borders of areas.</summary>
    public static readonly Gen<Coordinate> Places = Gen.Select(Gen.Int[1, 999], Gen.Int[1, 999], (x, y) => new Coordinate(West + (x * Side / 1000), South + (y * Side / 1000)));

    public static readonly Gen<AnalysisInput> Points = Places.Array[1, 40].Select(places => Of("points", GeometryKind.Point, places.Select(place => (Geometry)Factory.CreatePoint(place))));

    public static readonly Gen<AnalysisInput> Streets = Places.Array[2, 5].Where(places => places.Distinct().Count() > 1).Array[1, 12]
        .Select(lines => Of("streets", GeometryKind.Line, lines.Select(line => (Geometry)Factory.CreateLineString(line))));

    /// <summary>The town cut into a grid of so many by so many areas.</summary>
    public static AnalysisInput Areas(int parts)
    {
        var size = Side / parts;
        var cells = from x in Enumerable.Range(0, parts) from y in Enumerable.Range(0, parts) select Cell(x, y);
        return Of("areas", GeometryKind.Polygon, cells);

        Geometry Cell(int x, int y) => Factory.ToGeometry(new Envelope(West + (x * size), West + ((x + 1) * size), South + (y * size), South + ((y + 1) * size)));
    }

    public static AnalysisInput Of(string id, GeometryKind kind, IEnumerable<Geometry> shapes)
    {
        var layer = new LayerInfo(id, new(id, id), kind, [new("weight", FieldType.Integer, new("Nặng", "Weight"))]);
        return new(layer, [.. shapes.Select((shape, i) => new Feature($"{i:000}", shape, new Dictionary<string, object?> { ["weight"] = (long)i }))]);
    }

    public static double Figure(this AnalysisOutcome outcome, string name) => outcome.Figures.Single(figure => figure.Name == name).Value;
}
