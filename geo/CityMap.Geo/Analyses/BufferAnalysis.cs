using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace CityMap.Geo.Analyses;

/// <summary>Everything within a distance of the features, each for itself or all together. A circle has 64 corners: nowhere more than 0.13 % short.</summary>
public static class BufferAnalysis
{
    internal const int QuadrantSegments = 16;

    /// <summary>Runs it.</summary>
    /// <param name="input">The features.</param>
    /// <param name="distance">Metres, above 0.</param>
    /// <param name="dissolve">True makes one area of all.</param>
    /// <param name="grid">The plane.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static AnalysisOutcome Run(AnalysisInput input, double distance, bool dissolve, LocalGrid grid, CancellationToken cancellationToken)
    {
        var shapes = new List<(Feature Feature, Geometry Shape)>();
        foreach (var (feature, shape) in input.On(grid, cancellationToken)) shapes.Add((feature, shape.Buffer(distance, QuadrantSegments)));
        var whole = dissolve && shapes.Count > 0 ? CascadedPolygonUnion.Union([.. shapes.Select(one => one.Shape)]) : null;
        cancellationToken.ThrowIfCancellationRequested();
        var fields = new OutcomeFields(dissolve ? [] : input.Layer.Fields);
        var far = fields.Add("distance_m", FieldType.Real, "Khoảng cách", "Distance", "m");
        var size = fields.Add("area_m2", FieldType.Real, "Diện tích", "Area", "m2");
        IReadOnlyList<Feature> features = dissolve
            ? whole is null ? [] : [new("all", grid.ToGround(whole), new Dictionary<string, object?> { [far] = distance, [size] = Measure.Round(whole.Area) })]
            : [.. shapes.Select(one => new Feature(one.Feature.Id, grid.ToGround(one.Shape), OutcomeFields.Values(one.Feature, (far, distance), (size, Measure.Round(one.Shape.Area)))))];
        List<AnalysisFigure> figures = [new("features", shapes.Count)];
        if (whole is not null) figures.Add(new("area", Measure.Round(whole.Area), "m2"));
        return new(GeometryKind.Polygon, fields.All, features, figures, OutcomeStyles.Plain(GeometryKind.Polygon));
    }
}
