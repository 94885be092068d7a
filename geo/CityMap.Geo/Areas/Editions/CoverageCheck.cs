using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Valid;

namespace CityMap.Geo.Areas.Editions;

/// <summary>
/// Looks whether areas divide the land: no two have the same, and none within is left over. What is open to the outside, such as a border that
/// both neighbours drew too short at the edge of the province, is no gap.
/// </summary>
public static class CoverageCheck
{
    /// <summary>Smaller faults than this are rounding, square metres.</summary>
    public const double SmallestSquareMetres = 1;

    /// <summary>The faults, the largest first.</summary>
    public static IReadOnlyList<CoverageProblem> Find(IReadOnlyList<Area> areas, CancellationToken cancellationToken)
    {
        var problems = new List<CoverageProblem>();
        var shapes = new List<Geometry>(areas.Count);
        foreach (var area in areas)
        {
            var check = new IsValidOp(area.Shape);
            shapes.Add(check.IsValid ? area.Shape : GeometryFixer.Fix(area.Shape));
            if (check.IsValid) continue;
            problems.Add(new(CoverageProblemKind.Invalid, [area.Id], area.Shape.Factory.CreatePoint(check.ValidationError.Coordinate), 0, 0));
        }

        var tree = new STRtree<int>();
        for (var i = 0; i < shapes.Count; i++) tree.Insert(shapes[i].EnvelopeInternal, i);
        tree.Build();
        problems.AddRange(Overlaps(areas, shapes, tree, cancellationToken));
        problems.AddRange(Gaps(areas, shapes, tree, cancellationToken));
        return [.. problems.OrderByDescending(p => p.SquareMetres).ThenBy(p => p.AreaIds[0], StringComparer.Ordinal)];
    }

    private static IEnumerable<CoverageProblem> Overlaps(IReadOnlyList<Area> areas, List<Geometry> shapes, STRtree<int> tree, CancellationToken cancellationToken)
    {
        for (var i = 0; i < shapes.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var j in tree.Query(shapes[i].EnvelopeInternal).Where(j => j > i).Order())
            {
                var shared = OverlayNGRobust.Overlay(shapes[i], shapes[j], SpatialFunction.Intersection);
                foreach (var part in AreaMeasure.Polygons(shared))
                {
                    if (Measured(CoverageProblemKind.Overlap, [areas[i].Id, areas[j].Id], part) is { } problem) yield return problem;
                }
            }
        }
    }

    private static IEnumerable<CoverageProblem> Gaps(IReadOnlyList<Area> areas, List<Geometry> shapes, STRtree<int> tree, CancellationToken cancellationToken)
    {
        if (shapes.Count == 0) yield break;
        var whole = OverlayNGRobust.Union(shapes);
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var hole in AreaMeasure.Polygons(whole).SelectMany(p => p.InteriorRings))
        {
            var gap = hole.Factory.CreatePolygon(hole.Factory.CreateLinearRing(hole.CoordinateSequence));
            var around = tree.Query(gap.EnvelopeInternal).Order().Where(i => shapes[i].Intersects(gap)).Select(i => areas[i].Id).ToList();
            if (Measured(CoverageProblemKind.Gap, around, gap) is { } problem) yield return problem;
        }
    }

    private static CoverageProblem? Measured(CoverageProblemKind kind, IReadOnlyList<string> ids, Polygon shape)
    {
        var size = AreaMeasure.SquareMetres(shape);
        return size < SmallestSquareMetres ? null : new(kind, ids, shape, size, AreaMeasure.MeanWidthMetres(shape));
    }
}
