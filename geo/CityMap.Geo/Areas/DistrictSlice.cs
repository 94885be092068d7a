using CityMap.Geo.Coordinates;
using CityMap.Geo.Indexing;

namespace CityMap.Geo.Areas;

/// <summary>The areas in force together during one span of days, by rank: smaller areas first, then by id.</summary>
internal sealed class DistrictSlice
{
    private readonly Area[] _areas;
    private readonly DistrictIndexOptions _options;
    private readonly AreaGrid _grid;
    private readonly Lazy<SegmentIndex> _borders;

    public DistrictSlice(IEnumerable<Area> areas, DistrictIndexOptions options)
    {
        _areas = [.. areas.OrderBy(a => a.Shape.Area).ThenBy(a => a.Id, StringComparer.Ordinal)];
        _options = options;
        var edges = Array.ConvertAll(_areas, a => PolygonEdges.Of(a.Shape));
        _grid = AreaGridBuilder.Build(edges, options.CellsPerEdge);
        _borders = new(() => SegmentIndex.Build(edges.Select((e, rank) => (rank, (IReadOnlyList<Edge>)e))));
    }

    public string? FindId(LonLat p)
    {
        var rank = _grid.Find(p.Lon, p.Lat);
        if (rank >= 0) return _areas[rank].Id;
        var near = new BorderSearch(-1, 0, _options.NearestWithinMetres);
        _borders.Value.Nearest(p, _options.NearestWithinMetres, ref near);
        return near.Other < 0 ? null : _areas[near.Other].Id;
    }

    public Jurisdiction Find(LonLat p)
    {
        if (_areas.Length == 0) return new(null, null, null, JurisdictionRule.Outside, null, null, null, null);
        var (first, second) = _grid.FindTwo(p.Lon, p.Lat);
        return first >= 0 ? Covered(p, first, second) : Uncovered(p);
    }

    private Jurisdiction Covered(LonLat p, int home, int overlapping)
    {
        var near = new BorderSearch(home, double.PositiveInfinity, overlapping >= 0 ? 0 : _options.RunnerUpWithinMetres);
        _borders.Value.Nearest(p, double.PositiveInfinity, ref near);
        var rule = near.HomeMetres <= _options.BorderToleranceMetres ? JurisdictionRule.OnBorder : JurisdictionRule.Inside;
        return overlapping >= 0
            ? Answer(home, rule, near.HomeMetres, overlapping, 0)
            : Answer(home, rule, near.HomeMetres, near.Other, near.OtherMetres);
    }

    private Jurisdiction Uncovered(LonLat p)
    {
        var nearest = new BorderSearch(-1, 0, double.PositiveInfinity);
        _borders.Value.Nearest(p, double.PositiveInfinity, ref nearest);
        var (home, metres) = (nearest.Other, nearest.OtherMetres);
        var next = new BorderSearch(home, 0, Math.Max(_options.RunnerUpWithinMetres, metres));
        _borders.Value.Nearest(p, Math.Max(_options.RunnerUpWithinMetres, metres), ref next);
        if (metres > _options.NearestWithinMetres) return Answer(-1, JurisdictionRule.Outside, metres, home, metres);
        var rule = metres <= _options.BorderToleranceMetres ? JurisdictionRule.OnBorder : JurisdictionRule.Nearest;
        return Answer(home, rule, metres, next.Other, next.OtherMetres);
    }

    private Jurisdiction Answer(int home, JurisdictionRule rule, double metres, int other, double otherMetres)
    {
        var (area, runnerUp) = (home < 0 ? null : _areas[home], other < 0 ? null : _areas[other]);
        return new(
            area?.Id, area?.NameVi, area?.Edition, rule, metres, runnerUp?.Id, runnerUp?.NameVi, runnerUp is null ? null : otherMetres);
    }

    /// <summary>Looks for the nearest border of one area and the nearest of any other; of equally near others the lower rank.</summary>
    private struct BorderSearch(int home, double homeWithin, double otherWithin) : IOwnerVisitor
    {
        private double _home = homeWithin * homeWithin;
        private double _other = otherWithin * otherWithin;

        public readonly double HomeMetres => Math.Sqrt(_home);

        public int Other { get; private set; } = -1;

        public readonly double OtherMetres => Math.Sqrt(_other);

        public double Visit(int owner, double squaredMetres)
        {
            if (owner == home) _home = Math.Min(_home, squaredMetres);
            else if (squaredMetres < _other || (squaredMetres == _other && (Other < 0 || owner < Other))) (Other, _other) = (owner, squaredMetres);
            return Math.Max(_home, _other);
        }
    }
}
