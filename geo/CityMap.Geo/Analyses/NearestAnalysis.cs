using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Distance;

namespace CityMap.Geo.Analyses;

/// <summary>For each feature the nearest of another layer, as a line between the two places that are nearest, and how long it is. As the crow flies.</summary>
public static class NearestAnalysis
{
    /// <summary>Runs it.</summary>
    /// <param name="input">The features.</param>
    /// <param name="facilities">Among what the nearest is looked for; a feature is never its own nearest.</param>
    /// <param name="grid">The plane.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static AnalysisOutcome Run(AnalysisInput input, AnalysisInput facilities, LocalGrid grid, CancellationToken cancellationToken)
    {
        var tree = new STRtree<Place>();
        foreach (var (feature, shape) in facilities.On(grid, cancellationToken)) tree.Insert(shape.EnvelopeInternal, new(feature.Id, shape));
        tree.Build();
        var same = input.Layer.Id == facilities.Layer.Id;
        var fields = new OutcomeFields(input.Layer.Fields);
        var (nearest, far) = (fields.Add("nearest_id", FieldType.Text, "Mã gần nhất", "Id of the nearest"), fields.Add("distance_m", FieldType.Real, "Khoảng cách", "Distance", "m"));
        var (lines, distances) = (new List<Feature>(), new List<double>());
        foreach (var (feature, shape) in input.On(grid, cancellationToken))
        {
            if (tree.IsEmpty) break;
            var asked = new Place(feature.Id, shape);
            if (tree.NearestNeighbour(shape.EnvelopeInternal, asked, new Apart(same)) is not { } found || (same && found.Id == feature.Id)) continue;
            var ends = DistanceOp.NearestPoints(shape, found.Shape);
            var distance = ends[0].Distance(ends[1]);
            distances.Add(distance);
            lines.Add(new(feature.Id, grid.ToGround(Line(shape.Factory, ends)), OutcomeFields.Values(feature, (nearest, found.Id), (far, Measure.Round(distance)))));
        }

        return new(GeometryKind.Line, fields.All, lines, Figures(distances), OutcomeStyles.Graduated(GeometryKind.Line, far, distances.Select(Measure.Round)));
    }

    // Two places that touch are a line of no length, which is none: a millimetre is.
    private static LineString Line(GeometryFactory factory, Coordinate[] ends) =>
        factory.CreateLineString(ends[0].Distance(ends[1]) > 0.001 ? ends : [ends[0], new Coordinate(ends[0].X, ends[0].Y + 0.001)]);

    private static IReadOnlyList<AnalysisFigure> Figures(List<double> distances)
    {
        if (distances.Count == 0) return [new("features", 0)];
        distances.Sort();
        return
        [
            new("features", distances.Count), new("mean", Measure.Round(distances.Average()), "m"),
            new("median", Measure.Round(distances[distances.Count / 2]), "m"), new("most", Measure.Round(distances[^1]), "m"),
        ];
    }

    private sealed record Place(string Id, Geometry Shape);

    private sealed class Apart(bool same) : IItemDistance<Envelope, Place>
    {
        public double Distance(IBoundable<Envelope, Place> first, IBoundable<Envelope, Place> second) =>
            same && first.Item.Id == second.Item.Id ? double.MaxValue : first.Item.Shape.Distance(second.Item.Shape);
    }
}
