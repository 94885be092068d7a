using System.Text.Json;
using CityMap.Geo.Filtering.Cql2.Text;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Filtering.Cql2.Json;

/// <summary>Shapes in CQL2 JSON: GeoJSON geometries (RFC 7946 §3.1) and boxes.</summary>
/// <param name="count">Counts a position.</param>
internal sealed class JsonShapes(Action count)
{
    private static readonly GeometryFactory _factory = NetTopologySuite.NtsGeometryServices.Instance.CreateGeometryFactory(4326);

    public static BoxLiteral Box(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is not (4 or 6)) throw new Cql2Exception("A bbox has 4 numbers, or 6 with heights.", path);
        var n = json.EnumerateArray().Select(number => Number(number, path)).ToArray();
        return n.Length == 4
            ? TextShapes.Box(n[0], n[1], n[2], n[3], path)
            : TextShapes.Box(n[0], n[1], n[3], n[4], path) with { Heights = (n[2], n[5]) };
    }

    public Geometry Read(JsonElement json, string path, bool collections)
    {
        var type = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString() : null;
        if (type == "GeometryCollection" && collections)
        {
            return _factory.CreateGeometryCollection([.. Items(Member(json, "geometries", path), path, 1).Select(part => Read(part, path, false))]);
        }

        if (type is not ("Point" or "LineString" or "Polygon" or "MultiPoint" or "MultiLineString" or "MultiPolygon"))
        {
            throw new Cql2Exception("That is no GeoJSON geometry.", path);
        }

        var at = Member(json, "coordinates", path);
        return type switch
        {
            "Point" => _factory.CreatePoint(Position(at, path)),
            "LineString" => Line(at, path),
            "Polygon" => Area(at, path),
            "MultiPoint" => _factory.CreateMultiPoint([.. Items(at, path, 1).Select(p => _factory.CreatePoint(Position(p, path)))]),
            "MultiLineString" => _factory.CreateMultiLineString([.. Items(at, path, 1).Select(l => Line(l, path))]),
            _ => _factory.CreateMultiPolygon([.. Items(at, path, 1).Select(a => Area(a, path))]),
        };
    }

    private LineString Line(JsonElement json, string path) => _factory.CreateLineString([.. Items(json, path, 2).Select(p => Position(p, path))]);

    private Polygon Area(JsonElement json, string path)
    {
        var rings = Items(json, path, 1).Select(ring => Ring(ring, path)).ToList();
        return _factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    private LinearRing Ring(JsonElement json, string path)
    {
        var positions = Items(json, path, 4).Select(p => Position(p, path)).ToArray();
        return positions[0].Equals2D(positions[^1])
            ? _factory.CreateLinearRing(positions)
            : throw new Cql2Exception("The ring is not closed: its last position is not its first.", path);
    }

    private Coordinate Position(JsonElement json, string path)
    {
        count();
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is not (2 or 3)) throw new Cql2Exception("A position has two numbers, or three with a height.", path);
        return new(Number(json[0], path), Number(json[1], path));
    }

    private static double Number(JsonElement json, string path) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new Cql2Exception("A number is missing, or cannot be kept.", path);

    private static JsonElement Member(JsonElement json, string name, string path) =>
        json.TryGetProperty(name, out var member) ? member : throw new Cql2Exception($"The geometry has no {name}.", path);

    private static List<JsonElement> Items(JsonElement json, string path, int least) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() >= least
            ? [.. json.EnumerateArray()]
            : throw new Cql2Exception($"A list of at least {least} is missing in the geometry.", path);
}
