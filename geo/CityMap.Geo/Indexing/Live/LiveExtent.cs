using NetTopologySuite.Geometries;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Grows a box around rows that have a place.</summary>
internal readonly struct LiveExtent(Envelope box) : IRowSink
{
    public Envelope Found => box;

    public void Rows(LiveSegment segment, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            if (segment.OnlyPoints) box.ExpandToInclude(segment.Places.X(row), segment.Places.Y(row));
            else if (segment.Shape(row) is { } shape) box.ExpandToInclude(shape.EnvelopeInternal);
        }
    }
}
