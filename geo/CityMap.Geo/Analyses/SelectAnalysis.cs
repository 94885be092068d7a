using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace CityMap.Geo.Analyses;

/// <summary>The features that meet one of some shapes, or lie wholly within one, as they are.</summary>
public static class SelectAnalysis
{
    /// <summary>Runs it.</summary>
    /// <param name="input">The features.</param>
    /// <param name="shapes">WGS 84.</param>
    /// <param name="within">True takes only what lies wholly within a shape; false what meets one.</param>
    /// <param name="grid">The plane.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static AnalysisOutcome Run(AnalysisInput input, IEnumerable<Geometry> shapes, bool within, LocalGrid grid, CancellationToken cancellationToken)
    {
        var tree = new STRtree<IPreparedGeometry>();
        foreach (var shape in shapes)
        {
            tree.Insert(shape.EnvelopeInternal, PreparedGeometryFactory.Prepare(shape));
        }

        tree.Build();
        var kind = Measure.KindOf(input);
        var (found, much, read) = (new List<Feature>(), 0.0, 0L);
        foreach (var feature in input.Features)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (feature.Geometry is not { IsEmpty: false } shape) continue;
            read++;
            if (!tree.Query(shape.EnvelopeInternal).Any(one => within ? one.Covers(shape) : one.Intersects(shape))) continue;
            found.Add(feature);
            if (kind != GeometryKind.Point) much += Measure.Of(kind, grid.ToPlane(shape));
        }

        List<AnalysisFigure> figures = [new("looked", read), new("selected", found.Count)];
        if (kind != GeometryKind.Point) figures.Add(new("total", Measure.Round(much), Measure.UnitOf(kind)));
        return new(input.Layer.Geometry, new OutcomeFields(input.Layer.Fields).All, found, figures, OutcomeStyles.Plain(kind));
    }
}
