using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CityMap.Geo.Analyses;

/// <summary>What two layers have in common: each feature of the first cut by each of the second, with the values of the first and the id of the second.</summary>
public static class IntersectAnalysis
{
    /// <summary>Runs it.</summary>
    /// <param name="input">What is cut.</param>
    /// <param name="other">By what; its areas.</param>
    /// <param name="most">No more pieces than this.</param>
    /// <param name="grid">The plane.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="AnalysisException">There are more pieces.</exception>
    public static AnalysisOutcome Run(AnalysisInput input, AnalysisInput other, int most, LocalGrid grid, CancellationToken cancellationToken)
    {
        var tree = new STRtree<(Feature Feature, Geometry Shape)>();
        foreach (var area in other.Features)
        {
            if (area.Geometry is { IsEmpty: false } shape) tree.Insert(shape.EnvelopeInternal, (area, shape));
        }

        tree.Build();
        var kind = Measure.KindOf(input);
        var fields = new OutcomeFields(input.Layer.Fields);
        var (source, with, much) = (fields.Add("source_id", FieldType.Text, "Mã gốc", "Source id"), fields.Add("with_id", FieldType.Text, "Mã giao", "Id of the other"), fields.AddMeasure(kind));
        var (pieces, total) = (new List<Feature>(), 0.0);
        foreach (var feature in input.Features)
        {
            if (feature.Geometry is not { IsEmpty: false } shape) continue;
            foreach (var (met, area) in tree.Query(shape.EnvelopeInternal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Measure.Only(Measure.KindOf(shape), OverlayNGRobust.Overlay(shape, area, SpatialFunction.Intersection)) is not { } piece) continue;
                if (pieces.Count == most) throw new AnalysisException("result_too_large", $"The two layers have more than {most:N0} pieces in common.");
                var size = Measure.Of(kind, grid.ToPlane(piece));
                total += size;
                pieces.Add(new((pieces.Count + 1).ToString(CultureInfo.InvariantCulture), piece, OutcomeFields.Values(
                    feature, (source, feature.Id), (with, met.Id), (much, Measure.Round(size)))));
            }
        }

        return new(kind, fields.All, pieces, [new("pieces", pieces.Count), new("total", Measure.Round(total), Measure.UnitOf(kind))], OutcomeStyles.Plain(kind));
    }
}
