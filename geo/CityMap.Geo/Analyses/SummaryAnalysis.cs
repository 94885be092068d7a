using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CityMap.Geo.Analyses;

/// <summary>
/// How many features lie in each area, what their values add up to, and what length or size of them it holds. A point on a border that lies in no area counts
/// in one of those that meet there, the first by id: where areas divide the land, the counts add up. A line or an area counts in each area it enters, and
/// its value with it; its length and size are cut at the border. What lies where is decided in degrees, in which the borders are straight; only sizes are of the plane.
/// </summary>
public static class SummaryAnalysis
{
    /// <summary>Runs it.</summary>
    /// <param name="input">What is counted.</param>
    /// <param name="areas">Where.</param>
    /// <param name="sum">The field of numbers that is added up; null only counts.</param>
    /// <param name="grid">The plane.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static AnalysisOutcome Run(AnalysisInput input, AnalysisInput areas, string? sum, LocalGrid grid, CancellationToken cancellationToken)
    {
        var kind = Measure.KindOf(input);
        var surfaces = areas.Features.Where(area => area.Geometry is { IsEmpty: false, Dimension: Dimension.Surface }).OrderBy(area => area.Id, StringComparer.Ordinal);
        List<Row> rows = [.. surfaces.Select((area, i) => new Row(i, area, area.Geometry!, grid.ToPlane(area.Geometry!).Area))];
        var tree = new STRtree<Row>();
        foreach (var row in rows) tree.Insert(row.Shape.EnvelopeInternal, row);
        tree.Build();
        var outside = 0L;
        foreach (var feature in input.Features)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (feature.Geometry is not { IsEmpty: false } shape) continue;
            var value = sum is null ? 0 : Number(feature[sum]);
            var met = Met(tree.Query(shape.EnvelopeInternal), shape);
            if (met.Count == 0) outside++;
            foreach (var row in met)
            {
                row.Count++;
                row.Sum += value;
                if (kind != GeometryKind.Point) row.Much += Measure.Of(kind, grid.ToPlane(row.Prepared.Covers(shape) ? shape : OverlayNGRobust.Overlay(row.Shape, shape, SpatialFunction.Intersection)));
            }
        }

        return Outcome(rows, areas.Layer, kind, sum, outside);
    }

    private static List<Row> Met(IList<Row> near, Geometry shape)
    {
        if (shape.Dimension != Dimension.Point) return [.. near.Where(row => row.Prepared.Intersects(shape) && !row.Shape.Touches(shape))];
        List<Row> inside = [.. near.Where(row => row.Prepared.Contains(shape))];
        return inside.Count > 0 ? inside : [.. near.Where(row => row.Prepared.Covers(shape)).OrderBy(row => row.Number).Take(1)];
    }

    private static AnalysisOutcome Outcome(List<Row> rows, LayerInfo areas, GeometryKind kind, string? sum, long outside)
    {
        var fields = new OutcomeFields(areas.Fields);
        var (count, total) = (fields.Add("count", FieldType.Integer, "Số lượng", "Count"), sum is null ? null : fields.Add("sum", FieldType.Real, $"Tổng {sum}", $"Sum of {sum}"));
        var (much, density) = (fields.AddMeasure(kind), fields.Add("per_km2", FieldType.Real, "Mỗi km²", "Per km²", "1/km2"));
        var features = rows.ConvertAll(row => new Feature(row.Area.Id, row.Area.Geometry, OutcomeFields.Values(
            row.Area, (count, row.Count), (total, row.Sum), (much, Measure.Round(row.Much)), (density, Math.Round(row.Count / (row.SquareMetres / 1e6), 3)))));
        List<AnalysisFigure> figures = [new("areas", rows.Count), new("counted", rows.Sum(row => row.Count)), new("outside", outside)];
        if (sum is not null) figures.Add(new("sum", rows.Sum(row => row.Sum)));
        if (much is not null) figures.Add(new("total", Measure.Round(rows.Sum(row => row.Much)), Measure.UnitOf(kind)));
        return new(GeometryKind.Polygon, fields.All, features, figures, OutcomeStyles.Graduated(GeometryKind.Polygon, count, rows.Select(row => (double)row.Count)));
    }

    private static double Number(object? value) => value switch { long whole => whole, double real => real, _ => 0 };

    private sealed class Row(int number, Feature area, Geometry shape, double squareMetres)
    {
        public int Number { get; } = number;

        public Feature Area { get; } = area;

        public Geometry Shape { get; } = shape;

        public double SquareMetres { get; } = squareMetres;

        public IPreparedGeometry Prepared { get; } = PreparedGeometryFactory.Prepare(shape);

        public long Count { get; set; }

        public double Sum { get; set; }

        public double Much { get; set; }
    }
}
