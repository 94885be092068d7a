using CityMap.Geo.Analyses;
using CityMap.Geo.Coordinates;
using CityMap.Server.Api.Problems;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Analyses;

/// <summary>Hands an order with its layers to the analysis that answers it.</summary>
internal static class AnalysisWork
{
    private const int MostPieces = 500_000;

    /// <summary>The plane for everything that takes part.</summary>
    /// <exception cref="ProblemException">It lies too far apart.</exception>
    public static LocalGrid Grid(AnalysisOrder order, AnalysisInput input, AnalysisInput? other)
    {
        var extent = input.Extent;
        extent.ExpandToInclude(other?.Extent ?? new Envelope());
        extent.ExpandToInclude(order.Shape?.EnvelopeInternal ?? new Envelope());
        foreach (var draft in order.Drafts) extent.ExpandToInclude(draft.Lon, draft.Lat);
        return LocalGrid.Around(extent) ?? throw new ProblemException(
            "area_too_wide", "input.filter", FormattableString.Invariant($"What takes part lies {extent.Width:0.#} degrees of longitude apart: no plane keeps distances over that."),
            FormattableString.Invariant($"at most {2 * LocalGrid.Reach:0} degrees"));
    }

    /// <summary>Does the work; it takes a processor for as long as it takes.</summary>
    /// <exception cref="ProblemException">It cannot be done.</exception>
    public static AnalysisOutcome Run(AnalysisOrder order, AnalysisInput input, AnalysisInput? other, LocalGrid grid, CancellationToken stop)
    {
        try
        {
            return order.Kind switch
            {
                AnalysisKind.Buffer => BufferAnalysis.Run(input, order.Distance!.Value, order.Dissolve, grid, stop),
                AnalysisKind.Select => SelectAnalysis.Run(input, order.Shape is { } shape ? [shape] : other!.Features.Select(area => area.Geometry).OfType<Geometry>(), order.Within, grid, stop),
                AnalysisKind.Summary => SummaryAnalysis.Run(input, other!, order.Sum, grid, stop),
                AnalysisKind.Intersect => IntersectAnalysis.Run(input, other!, MostPieces, grid, stop),
                AnalysisKind.Nearest => NearestAnalysis.Run(input, other!, grid, stop),
                _ => CoverageAnalysis.Run(input, other!, [.. order.Drafts.Select(draft => new LonLat(draft.Lon, draft.Lat))], order.Distance!.Value, grid, stop),
            };
        }
        catch (AnalysisException refused)
        {
            throw new ProblemException(refused.Code, "input.filter", refused.Message, "a filter that takes fewer");
        }
        catch (TopologyException broken)
        {
            throw new ProblemException("geometry_invalid", "input.layer", $"A shape of the layers is not valid, so that it cannot be cut: {broken.Message}", "layers imported with repair=true");
        }
    }
}
