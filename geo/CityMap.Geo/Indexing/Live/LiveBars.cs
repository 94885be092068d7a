using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Counts rows by where an instant of theirs falls among bars of equal width; those outside and those without one are left out.</summary>
internal struct LiveBars(LayerInfo layer, string field, long from, long width, long[] bars) : IRowSink
{
    private readonly int _field = LiveScan.IndexOf(layer, field);

    public readonly void Rows(LiveSegment segment, ReadOnlySpan<int> rows)
    {
        var column = segment.Column(_field);
        foreach (var row in rows)
        {
            if (column.Whole(row) is not { } microseconds || microseconds < from) continue;
            var bar = (microseconds - from) / width;
            if (bar < bars.Length) bars[bar]++;
        }
    }
}
