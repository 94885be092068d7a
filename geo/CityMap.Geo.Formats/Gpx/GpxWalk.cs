using System.Globalization;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Gpx;

/// <summary>Goes through the elements of a GPX file, from waypoint, route or track to the next.</summary>
internal sealed class GpxWalk(XmlCursor cursor) : XmlWalk(cursor, "gpx")
{
    private readonly GpxThings _things = new(cursor);
    private long _count;

    /// <inheritdoc/>
    protected override async ValueTask ElementAsync()
    {
        if (Cursor.Name is not ("wpt" or "rte" or "trk"))
        {
            await Cursor.SkipAsync(Cursor.Depth);
            return;
        }

        var (name, line, id) = (Cursor.Name, Cursor.Line, (++_count).ToString(CultureInfo.InvariantCulture));
        await RowAsync(() => name switch
        {
            "wpt" => _things.WaypointAsync(line, id),
            "rte" => _things.RouteAsync(line, id),
            _ => _things.TrackAsync(line, id),
        });
    }

    /// <inheritdoc/>
    protected override IEnumerable<SourceRemark> TakeRemarks() => _things.TakeRemarks();

    /// <inheritdoc/>
    protected override SourceRemark? AtEnd() => _things.AtEnd();
}
