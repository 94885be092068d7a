using System.Globalization;
using System.Xml;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Gpx;

/// <summary>Goes through the elements of a GPX file, from waypoint, route or track to the next.</summary>
internal sealed class GpxWalk(XmlCursor cursor)
{
    private readonly GpxThings _things = new(cursor);
    private readonly List<SourceItem> _items = [];
    private bool _begun;
    private long _count;

    /// <summary>What the last step found.</summary>
    public IReadOnlyList<SourceItem> Items => _items;

    /// <summary>Goes one step; false at the end, which may have found something too.</summary>
    public async ValueTask<bool> NextAsync()
    {
        _items.Clear();
        try
        {
            return await StepAsync();
        }
        catch (XmlException broken)
        {
            return Fatal(broken.LineNumber, $"The file is not well-formed XML: {broken.Message}");
        }
    }

    private async ValueTask<bool> StepAsync()
    {
        if (!await cursor.NextAsync())
        {
            if (_things.AtEnd() is { } last) _items.Add(last);
            return false;
        }

        if (!_begun)
        {
            _begun = true;
            return cursor.Name == "gpx" || Fatal(cursor.Line, $"Expected the element gpx, found {cursor.Name}: this is not GPX.");
        }

        if (cursor.IsStart) await ElementAsync(cursor.Line, cursor.Depth);
        return true;
    }

    private async ValueTask ElementAsync(long line, int depth)
    {
        if (cursor.Name is not ("wpt" or "rte" or "trk"))
        {
            await cursor.SkipAsync(depth);
            return;
        }

        var id = (++_count).ToString(CultureInfo.InvariantCulture);
        try
        {
            _items.Add(cursor.Name switch
            {
                "wpt" => await _things.WaypointAsync(line, id),
                "rte" => await _things.RouteAsync(line, id),
                _ => await _things.TrackAsync(line, id),
            });
        }
        catch (RowRefusal refused)
        {
            _items.Add(new SourceRemark(line, Gravity.Bad, refused.Field, refused.Message));
            await cursor.SkipAsync(depth);
        }

        _items.AddRange(_things.TakeRemarks());
    }

    private bool Fatal(long line, string reason)
    {
        _items.Add(new SourceRemark(Math.Max(line, 1), Gravity.Fatal, "file", reason));
        return false;
    }
}
