using System.Globalization;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Gpx;

/// <summary>Waypoints, routes and tracks of GPX 1.1 as rows.</summary>
internal sealed class GpxThings(XmlCursor cursor)
{
    private readonly List<SourceRemark> _remarks = [];
    private long _heights;
    private long _firstHeight;

    /// <summary>Hands over what was noted since the last time.</summary>
    public SourceRemark[] TakeRemarks()
    {
        SourceRemark[] taken = [.. _remarks];
        _remarks.Clear();
        return taken;
    }

    /// <summary>What is to be said of the whole file; null when nothing is.</summary>
    public SourceRemark? AtEnd() => _heights == 0 ? null : new(
        _firstHeight, Gravity.Warning, "ele",
        string.Create(CultureInfo.InvariantCulture, $"The elevations of {_heights} positions of lines were dropped: a layer keeps longitude and latitude."));

    /// <summary>A <c>wpt</c>: its elements as text, the elevation among them.</summary>
    public async ValueTask<SourceRow> WaypointAsync(long line, string id)
    {
        var (values, depth) = (new Dictionary<string, object?>(StringComparer.Ordinal), cursor.Depth);
        var place = Place();
        while (await cursor.ChildAsync(depth)) await ValueAsync(values);
        return new(line, id, Shapes.Factory.CreatePoint(place), values) { Layer = "waypoints" };
    }

    /// <summary>A <c>rte</c>.</summary>
    public async ValueTask<SourceRow> RouteAsync(long line, string id)
    {
        var (values, depth, positions, times) = (new Dictionary<string, object?>(StringComparer.Ordinal), cursor.Depth, new List<Coordinate>(), new Times());
        while (await cursor.ChildAsync(depth))
        {
            if (cursor.Name == "rtept") await PointAsync(positions, times);
            else await ValueAsync(values);
        }

        return Row(line, id, "routes", Shapes.Line(positions, "rte"), values, times);
    }

    /// <summary>A <c>trk</c>: a line for each segment.</summary>
    public async ValueTask<SourceRow> TrackAsync(long line, string id)
    {
        var (values, depth, segments, times) = (new Dictionary<string, object?>(StringComparer.Ordinal), cursor.Depth, new List<Geometry>(), new Times());
        while (await cursor.ChildAsync(depth))
        {
            if (cursor.Name == "trkseg") await SegmentAsync(segments, times);
            else await ValueAsync(values);
        }

        return segments.Count == 0
            ? throw new RowRefusal("trk", "The track holds no segment of two positions or more.")
            : Row(line, id, "tracks", Shapes.Together(segments, "trk"), values, times);
    }

    private async ValueTask SegmentAsync(List<Geometry> segments, Times times)
    {
        var (depth, positions) = (cursor.Depth, new List<Coordinate>());
        while (await cursor.ChildAsync(depth))
        {
            if (cursor.Name == "trkpt") await PointAsync(positions, times);
            else await cursor.SkipAsync(cursor.Depth);
        }

        if (positions.Count >= 2) segments.Add(Shapes.Line(positions, "trkseg"));
        else if (positions.Count == 1) _remarks.Add(new(cursor.Line, Gravity.Warning, "trkseg", "A segment of a single position was left out."));
    }

    private async ValueTask PointAsync(List<Coordinate> positions, Times times)
    {
        var depth = cursor.Depth;
        positions.Add(Place());
        if (positions.Count > Shapes.MostPositions) throw new RowRefusal("trkpt", $"A line holds at most {Shapes.MostPositions} positions.");
        while (await cursor.ChildAsync(depth))
        {
            if (cursor.Name == "time") times.Add(await cursor.TextAsync());
            else
            {
                if (cursor.Name == "ele" && _heights++ == 0) _firstHeight = cursor.Line;
                await cursor.SkipAsync(cursor.Depth);
            }
        }
    }

    private Coordinate Place() => Shapes.Position(Degrees("lon"), Degrees("lat"), cursor.Name);

    private double Degrees(string name) => cursor.Attribute(name) is not { } text
        ? throw new RowRefusal($"{cursor.Name}.{name}", $"The attribute {name} is missing.")
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
            ? degrees
            : throw new RowRefusal($"{cursor.Name}.{name}", $"\"{text}\" is not a number of degrees.");

    // Extensions and links belong to the program that wrote them.
    private async ValueTask ValueAsync(Dictionary<string, object?> values)
    {
        var name = cursor.Name;
        if (name is "extensions" or "link") await cursor.SkipAsync(cursor.Depth);
        else if (await cursor.TextAsync() is { Length: > 0 } text) values.TryAdd(name, text);
    }

    private static SourceRow Row(long line, string id, string layer, Geometry shape, Dictionary<string, object?> values, Times times)
    {
        values["begin"] = times.First;
        values["end"] = times.Last;
        values["positions"] = (long)shape.NumPoints;
        return new(line, id, shape, values) { Layer = layer };
    }

    private sealed class Times
    {
        public string? First { get; private set; }

        public string? Last { get; private set; }

        public void Add(string time) => (First, Last) = (First ?? time, time);
    }
}
