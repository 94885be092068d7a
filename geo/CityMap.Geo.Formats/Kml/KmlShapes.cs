using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Kml;

/// <summary>The shapes of KML 2.2 and 2.3 (OGC 07-147r2 §10, 12-007r2): points, lines, rings, polygons, collections and tracks.</summary>
internal sealed class KmlShapes(XmlCursor cursor, KmlNotes notes)
{
    private readonly KmlPositions _positions = new(notes);

    /// <summary>When the track that was read last began and ended, as written; null without one.</summary>
    public (string? Begin, string? End) TrackTimes { get; private set; }

    /// <summary>True when an element of this name is a shape.</summary>
    public static bool IsShape(string name) =>
        name is "Point" or "LineString" or "LinearRing" or "Polygon" or "MultiGeometry" or "Track" or "MultiTrack" or "Model";

    /// <summary>Forgets the last track.</summary>
    public void Begin() => TrackTimes = default;

    /// <summary>Reads the shape on which the cursor stands.</summary>
    /// <exception cref="RowRefusal">It is not one that a map can show.</exception>
    public async ValueTask<Geometry> ReadAsync(int nesting = 0)
    {
        var name = cursor.Name;
        if (nesting > Nesting.Deepest) throw new RowRefusal(name, Nesting.Refusal);
        return name switch
        {
            "Point" => await PointAsync(),
            "LineString" => Shapes.Line(await CoordinatesAsync(), "LineString.coordinates"),
            "LinearRing" => Ring(await CoordinatesAsync(), "LinearRing.coordinates"),
            "Polygon" => await PolygonAsync(),
            "MultiGeometry" or "MultiTrack" => await TogetherAsync(name, nesting),
            "Track" => await TrackAsync(),
            _ => throw new RowRefusal(name, $"A {name} is not a shape of the map; point, line, polygon, collection and track are."),
        };
    }

    private async ValueTask<Point> PointAsync()
    {
        var positions = await CoordinatesAsync();
        return positions.Count == 1
            ? Shapes.Factory.CreatePoint(positions[0])
            : throw new RowRefusal("Point.coordinates", $"A point needs one position, it holds {positions.Count}.");
    }

    private async ValueTask<List<Coordinate>> CoordinatesAsync()
    {
        var depth = cursor.Depth;
        List<Coordinate>? positions = null;
        while (await cursor.ChildAsync(depth))
        {
            if (cursor.Name == "coordinates") positions = await _positions.ReadAsync(cursor);
            else await cursor.SkipAsync(cursor.Depth);
        }

        return positions ?? [];
    }

    private async ValueTask<Polygon> PolygonAsync()
    {
        var depth = cursor.Depth;
        LinearRing? shell = null;
        var holes = new List<LinearRing>();
        while (await cursor.ChildAsync(depth))
        {
            if (cursor.Name == "outerBoundaryIs") shell = (await RingsAsync("outerBoundaryIs")).FirstOrDefault();
            else if (cursor.Name == "innerBoundaryIs") holes.AddRange(await RingsAsync("innerBoundaryIs"));
            else await cursor.SkipAsync(cursor.Depth);
        }

        return shell is null
            ? throw new RowRefusal("Polygon.outerBoundaryIs", "A polygon needs an outer ring.")
            : Shapes.Factory.CreatePolygon(shell, [.. holes]);
    }

    // The standard has one ring in each; Google's programs write several inner ones together, and read them so.
    private async ValueTask<List<LinearRing>> RingsAsync(string field)
    {
        var depth = cursor.Depth;
        var rings = new List<LinearRing>();
        while (await cursor.ChildAsync(depth))
        {
            if (cursor.Name == "LinearRing") rings.Add(Ring(await CoordinatesAsync(), field));
            else await cursor.SkipAsync(cursor.Depth);
        }

        return rings;
    }

    private LinearRing Ring(List<Coordinate> positions, string field)
    {
        if (positions.Count >= 3 && !positions[0].Equals2D(positions[^1]))
        {
            positions.Add(positions[0].Copy());
            notes.Warn(field, "The ring was open; it was closed with its first position.");
        }

        return positions.Count >= 4
            ? Shapes.Factory.CreateLinearRing([.. positions])
            : throw new RowRefusal(field, $"A ring needs four positions or more, it holds {positions.Count}.");
    }

    private async ValueTask<Geometry> TogetherAsync(string name, int nesting)
    {
        var depth = cursor.Depth;
        var parts = new List<Geometry>();
        while (await cursor.ChildAsync(depth))
        {
            if (IsShape(cursor.Name)) parts.Add(await ReadAsync(nesting + 1));
            else await cursor.SkipAsync(cursor.Depth);
        }

        return Shapes.Together(parts, name);
    }

    private async ValueTask<Geometry> TrackAsync()
    {
        var depth = cursor.Depth;
        var positions = new List<Coordinate>();
        while (await cursor.ChildAsync(depth))
        {
            if (cursor.Name == "coord") positions.Add(_positions.ReadSpaced(await cursor.TextAsync(), positions.Count));
            else if (cursor.Name == "when") TrackTimes = Extend(await cursor.TextAsync());
            else await cursor.SkipAsync(cursor.Depth);
            if (positions.Count > Shapes.MostPositions) throw new RowRefusal("Track", $"A shape holds at most {Shapes.MostPositions} positions.");
        }

        return positions.Count == 1 ? Shapes.Factory.CreatePoint(positions[0]) : Shapes.Line(positions, "Track");
    }

    private (string? Begin, string? End) Extend(string when) => (TrackTimes.Begin ?? when, when);
}
