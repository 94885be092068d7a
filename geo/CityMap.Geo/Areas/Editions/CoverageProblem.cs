using NetTopologySuite.Geometries;

namespace CityMap.Geo.Areas.Editions;

/// <summary>What can be wrong with the areas of an edition as a division of the land.</summary>
public enum CoverageProblemKind
{
    /// <summary>Land that two areas have.</summary>
    Overlap,

    /// <summary>Land within the edition that no area has.</summary>
    Gap,

    /// <summary>A shape that is none: its border crosses itself (OGC 06-103r4 §6.1.11).</summary>
    Invalid,
}

/// <summary>One fault, and where it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="AreaIds">The areas it concerns: the two that overlap, those around a gap.</param>
/// <param name="Shape">Where, WGS 84; a point for an invalid shape.</param>
/// <param name="SquareMetres">How large.</param>
/// <param name="MeanWidthMetres">How wide on average.</param>
public sealed record CoverageProblem(CoverageProblemKind Kind, IReadOnlyList<string> AreaIds, Geometry Shape, double SquareMetres, double MeanWidthMetres)
{
    /// <summary>Below this mean width land is a sliver, metres: two drawings of one border, not a piece of land.</summary>
    public const double SliverMetres = 20;

    /// <summary>True for a thin overlap or gap.</summary>
    public bool IsSliver => Kind != CoverageProblemKind.Invalid && MeanWidthMetres < SliverMetres;
}
