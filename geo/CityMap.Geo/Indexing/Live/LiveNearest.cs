using CityMap.Geo.Coordinates;
using CityMap.Geo.Indexing.Columns;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Keeps the nearest matching rows while the trees of the segments are walked one after another.</summary>
internal struct LiveNearest(LiveScan scan, LonLat p, GroundScale scale, int count, double limit) : INearestVisitor
{
    private readonly List<(double Squared, LiveSegment Segment, int Row)> _found = [];
    private LiveSegment? _segment;
    private RowTest[]? _tests;

    /// <summary>How far is still of interest, metres squared.</summary>
    public double Limit { get; private set; } = count > 0 ? limit : -1;

    /// <summary>Turns to a segment; false when nothing in it can match.</summary>
    public bool Enter(LiveSegment segment)
    {
        (_segment, _tests) = (segment, scan.Bind(segment));
        return _tests is not null && count > 0;
    }

    public double Visit(int slot, double boundSquared)
    {
        if (!scan.Passes(_segment!, slot, _tests!)) return Limit;
        var squared = _segment!.OnlyPoints ? boundSquared : Squared(_segment.Shape(slot)!);
        if (squared > Limit) return Limit;
        var at = _found.Count;
        while (at > 0 && Before(squared, slot, _found[at - 1])) at--;
        _found.Insert(at, (squared, _segment, slot));
        if (_found.Count > count) _found.RemoveAt(count);
        if (_found.Count == count) Limit = _found[^1].Squared;
        return Limit;
    }

    public readonly IReadOnlyList<NearFeature> Finish() =>
        [.. _found.Select(f => new NearFeature(f.Segment.Feature(f.Row), Math.Sqrt(f.Squared)))];

    private readonly bool Before(double squared, int row, (double Squared, LiveSegment Segment, int Row) other) =>
        squared < other.Squared
        || (squared == other.Squared && string.CompareOrdinal(_segment!.Ids.Id(row), other.Segment.Ids.Id(other.Row)) < 0);

    private readonly double Squared(Geometry shape)
    {
        var stretch = AffineTransformation.TranslationInstance(-p.Lon, -p.Lat).Scale(scale.LonMetres, scale.LatMetres);
        var metres = stretch.Transform(shape).Distance(new Point(0, 0));
        return metres * metres;
    }
}
