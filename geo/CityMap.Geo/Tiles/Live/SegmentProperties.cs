using CityMap.Geo.Indexing.Live;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Tiles.Live;

/// <summary>The properties of one segment's features in one tile.</summary>
internal sealed class SegmentProperties
{
    private readonly TileProperty[] _properties;
    private readonly TileLayerWriter _writer;

    public SegmentProperties(LayerInfo layer, LiveSegment segment, LiveTileOptions options, TileLayerWriter writer)
    {
        _writer = writer;
        Overdue = TileProperty.OfOverdue(
            segment, LiveScan.IndexOf(layer, "open"), LiveScan.IndexOf(layer, "due_at"), options.Now, writer.Values);
        var fields = options.Properties.Select(name => (Name: name, Field: LiveScan.IndexOf(layer, name))).Where(f => f.Field >= 0)
            .Select(f => TileProperty.Of(f.Name, segment.Column(f.Field), writer.Values));
        _properties = [TileProperty.OfIds(segment.Ids, writer.Values), .. fields, .. Overdue is null ? [] : new TileProperty[] { Overdue }];
    }

    public TileProperty.OverdueProperty? Overdue { get; }

    /// <summary>How many numbers a row's tags take at most.</summary>
    public int MostTags => 2 * _properties.Length;

    /// <summary>Writes key and value numbers of a row in turn; answers how many.</summary>
    public int Tags(int row, Span<uint> tags)
    {
        var count = 0;
        foreach (var property in _properties)
        {
            var value = property.Value(row);
            if (value < 0) continue;
            tags[count] = property.Key(_writer);
            tags[count + 1] = (uint)value;
            count += 2;
        }

        return count;
    }
}
