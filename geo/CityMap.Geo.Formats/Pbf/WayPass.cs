using System.Runtime.InteropServices;
using CityMap.Geo.Formats.Rows;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Makes rows of ways, and keeps the shapes of those that relations need.</summary>
/// <param name="rules">Which are wanted.</param>
/// <param name="places">Where their nodes are.</param>
/// <param name="members">Those that relations need.</param>
/// <param name="rows">Whether rows are made: only in the first round.</param>
/// <param name="notes">What is to be said.</param>
/// <param name="items">Where rows go.</param>
internal sealed class WayPass(OsmRules rules, NodePlaces places, MemberWays members, bool rows, PbfNotes notes, List<SourceItem> items) : PbfElements
{
    private readonly OsmLayer[] _open = [.. rules.Layers.Where(l => l.Shape == OsmShape.Line)];
    private readonly OsmLayer[] _closed = [.. rules.Layers.Where(l => l.Shape != OsmShape.Point || l.Areas)];
    private readonly OsmMatcher _matcher = new(rules);
    private readonly List<ulong> _positions = [];
    private long _number;
    private long _last;

    /// <inheritdoc/>
    public override void Way(PbfBlock block, long id, ReadOnlySpan<int> tags, ReadOnlySpan<long> nodes)
    {
        if (_number++ > 0 && id == _last)
        {
            if (rows) notes.Again('w', id);
            return;
        }

        _last = id;
        var closed = nodes.Length >= 4 && nodes[0] == nodes[^1];
        var layers = rows ? _matcher.Match(block, tags, closed ? _closed : _open) : [];
        var needed = members.Wants(id);
        if (layers.Count == 0 && !needed) return;
        var positions = Locate(id, nodes);
        if (needed) members.Put(id, positions);
        if (layers.Count > 0) Emit(id, positions, layers);
    }

    private ReadOnlySpan<ulong> Locate(long id, ReadOnlySpan<long> nodes)
    {
        _positions.Clear();
        foreach (var node in nodes)
        {
            if (places.TryFind(node, out var place)) _positions.Add(MemberWays.Pack(place.Lon, place.Lat));
        }

        if (rows && _positions.Count < nodes.Length) notes.Partial(id);
        return CollectionsMarshal.AsSpan(_positions);
    }

    private void Emit(long id, ReadOnlySpan<ulong> positions, IReadOnlyList<OsmLayer> layers)
    {
        var (line, area) = (default(LineString?), default(Polygon?));
        foreach (var layer in layers)
        {
            Geometry? shape;
            if (layer.Shape == OsmShape.Line) shape = line ??= OsmShapes.Line(positions);
            else if ((area ??= Area(positions)) is { } whole) shape = layer.Place(whole);
            else shape = null;

            if (shape is null) notes.Empty(id);
            else items.Add(new SourceRow(_number, FormattableString.Invariant($"w{id}"), shape, _matcher.Tags.Pick(layer.Fields)) { Layer = layer.Id });
        }
    }

    private static Polygon? Area(ReadOnlySpan<ulong> positions) => OsmShapes.Ring(positions) is { } ring ? Shapes.Factory.CreatePolygon(ring) : null;
}
