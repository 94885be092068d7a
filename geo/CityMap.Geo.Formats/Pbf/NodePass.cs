using CityMap.Geo.Formats.Rows;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Keeps the place of every node, and makes rows of those that rules ask for.</summary>
internal sealed class NodePass(OsmRules rules, NodePlaces places, PbfNotes notes, List<SourceItem> items) : PbfElements
{
    private const int Lon180 = 1_800_000_000;
    private const int Lat90 = 900_000_000;

    private readonly OsmLayer[] _layers = [.. rules.Layers.Where(l => l.Shape == OsmShape.Point)];
    private readonly OsmMatcher _matcher = new(rules);
    private long _number;
    private long _last;

    /// <inheritdoc/>
    public override void Node(PbfBlock block, long id, int lon, int lat, ReadOnlySpan<int> tags)
    {
        if (_number++ > 0 && id == _last)
        {
            notes.Again('n', id);
            return;
        }

        _last = id;
        if (lon is < -Lon180 or > Lon180 || lat is < -Lat90 or > Lat90) return;
        places.Add(new(id, lon, lat));
        if (tags.IsEmpty) return;
        foreach (var layer in _matcher.Match(block, tags, _layers))
        {
            var place = Shapes.Factory.CreatePoint(new Coordinate(lon / 1e7, lat / 1e7));
            items.Add(new SourceRow(_number, FormattableString.Invariant($"n{id}"), place, _matcher.Tags.Pick(layer.Fields)) { Layer = layer.Id });
        }
    }
}
