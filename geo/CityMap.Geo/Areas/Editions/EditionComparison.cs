using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CityMap.Geo.Areas.Editions;

/// <summary>
/// Compares two editions by their land, since neither code nor name is a key. Two areas are the same unit when they share more than half of the land of
/// both together, and have the same border when they share nearly all of it.
/// </summary>
public static class EditionComparison
{
    /// <summary>At least so much in common: the same unit.</summary>
    public const double SameUnit = 0.5;

    /// <summary>At least so much in common: the same border, drawn twice.</summary>
    public const double SameBorder = 0.95;

    /// <summary>Less than this part of an area is two drawings of one border.</summary>
    private const double SmallestPart = 0.005;

    /// <summary>Compares.</summary>
    public static EditionDifference Compare(AreaEdition before, AreaEdition after, CancellationToken cancellationToken)
    {
        var old = before.Areas.Select(a => new Piece(a)).ToList();
        var tree = new STRtree<Piece>();
        foreach (var piece in old) tree.Insert(piece.Land.EnvelopeInternal, piece);
        if (old.Count > 0) tree.Build();

        var (origins, shares) = (new List<AreaOrigin>(), new Dictionary<(string, string), double>());
        foreach (var area in after.Areas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var piece = new Piece(area);
            var from = new List<(Area Area, double Part)>();
            foreach (var other in old.Count == 0 ? [] : tree.Query(piece.Land.EnvelopeInternal))
            {
                var common = AreaMeasure.Polygons(OverlayNGRobust.Overlay(piece.Land, other.Land, SpatialFunction.Intersection)).Sum(AreaMeasure.SquareMetres);
                shares[(other.Area.Id, area.Id)] = common / (piece.Size + other.Size - common);
                if (common / piece.Size >= SmallestPart) from.Add((other.Area, common / piece.Size));
            }

            origins.Add(new(area, [.. from.OrderByDescending(f => f.Part).ThenBy(f => f.Area.Id, StringComparer.Ordinal)]));
        }

        var codes = before.Areas.ToLookup(a => a.Code, StringComparer.Ordinal);
        var newCodes = after.Areas.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        return new(
            Changes(before, after, codes, shares), origins,
            [.. before.Areas.Where(a => !newCodes.Contains(a.Code))], [.. after.Areas.Where(a => !codes.Contains(a.Code))]);
    }

    private static List<AreaChange> Changes(AreaEdition before, AreaEdition after, ILookup<string, Area> codes, Dictionary<(string, string), double> shares)
    {
        var names = before.Areas.ToLookup(a => AreaName.Key(a.NameVi), StringComparer.Ordinal);
        var changes = new List<AreaChange>();
        foreach (var area in after.Areas)
        {
            var name = AreaName.Key(area.NameVi);
            foreach (var old in codes[area.Code]) Add(OfCode(old, area, Shared(old, area)), old, area);
            foreach (var old in names[name].Where(o => o.Code != area.Code))
            {
                Add(Shared(old, area) < SameUnit ? AreaChangeKind.NameReused : AreaChangeKind.Recoded, old, area);
            }
        }

        return [.. changes.OrderBy(c => c.Kind).ThenBy(c => c.After.Code, StringComparer.Ordinal)];

        double Shared(Area old, Area area) => shares.GetValueOrDefault((old.Id, area.Id));

        void Add(AreaChangeKind? kind, Area old, Area area)
        {
            if (kind is { } found) changes.Add(new(found, old, area, Shared(old, area)));
        }
    }

    private static AreaChangeKind? OfCode(Area old, Area area, double shared) =>
        shared < SameUnit ? AreaChangeKind.CodeReused
        : AreaName.Key(old.NameVi) != AreaName.Key(area.NameVi) ? AreaChangeKind.Renamed
        : shared < SameBorder ? AreaChangeKind.Reshaped
        : null;

    private sealed class Piece(Area area)
    {
        public Area Area => area;

        public Geometry Land { get; } = area.Shape.IsValid ? area.Shape : GeometryFixer.Fix(area.Shape);

        public double Size { get; } = AreaMeasure.SquareMetres(area.Shape);
    }
}
