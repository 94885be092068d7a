using System.Text.Json;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>
/// Geometry objects (RFC 7946 §3.1). What the standard forbids is refused with the reason; what it only discourages is reported through
/// <c>warn(path, reason)</c> and read. The result is in WGS 84, SRID 4326, with rings wound as the file had them.
/// </summary>
internal sealed class GeometryParser(Action<string, string> warn, Func<Placement?> placement, bool asTheyAre = false)
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private readonly PositionParser positions = new(warn, placement, asTheyAre);

    public Geometry Parse(JsonElement element, string path) => Parse(Members.Of(element, path), inCollection: false);

    public Geometry Parse(Members members, bool inCollection)
    {
        var type = members.Type();
        if (type == "GeometryCollection") return Collection(members, inCollection);
        if (!IsGeometry(type)) throw new GeoJsonRefusal(members.At("type"), $"\"{type}\" is not a type of GeoJSON{Suggest(type)}");
        members.Forbid("geometry", "geometry", "properties", "features");
        BoxRule.Check(members);
        var path = members.At("coordinates");
        if (members.Find("coordinates") is not { } coordinates) throw new GeoJsonRefusal(path, "The member \"coordinates\" is missing.");
        return type switch
        {
            "Point" => Factory.CreatePoint(positions.Parse(coordinates, path)),
            "MultiPoint" => Factory.CreateMultiPointFromCoords(positions.ParseMany(coordinates, path)),
            "LineString" => Line(coordinates, path),
            "MultiLineString" => Factory.CreateMultiLineString(Each(coordinates, path, Line)),
            "Polygon" => Polygon(coordinates, path),
            _ => Factory.CreateMultiPolygon(Each(coordinates, path, Polygon)),
        };
    }

    public static bool IsGeometry(string type) =>
        type is "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon" or "GeometryCollection";

    public static string Suggest(string type)
    {
        string[] known = ["FeatureCollection", "Feature", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];
        var match = known.FirstOrDefault(k => k.Equals(type, StringComparison.OrdinalIgnoreCase));
        return match is null ? "." : $": did you mean \"{match}\"?";
    }

    private GeometryCollection Collection(Members members, bool inCollection)
    {
        members.Forbid("geometry", "geometry", "properties", "features");
        BoxRule.Check(members);
        var path = members.At("geometries");
        if (inCollection) warn(members.Path, "A collection within a collection is discouraged (RFC 7946 §3.1.8).");
        if (members.Find("geometries") is not { ValueKind: JsonValueKind.Array } list) throw new GeoJsonRefusal(path, "\"geometries\" must be an array of geometries.");
        var parts = Each(list, path, (part, at) => Parse(Members.Of(part, at), inCollection: true));
        if (parts.Length == 1) warn(members.Path, "A collection of a single geometry is discouraged (RFC 7946 §3.1.8).");
        return Factory.CreateGeometryCollection(parts);
    }

    private LineString Line(JsonElement value, string path)
    {
        var line = positions.ParseMany(value, path);
        return line.Length >= 2
            ? Factory.CreateLineString(line)
            : throw new GeoJsonRefusal(path, $"A line needs two positions or more, it holds {line.Length}.");
    }

    private Polygon Polygon(JsonElement value, string path)
    {
        var rings = Each(value, path, Ring);
        if (rings.Length == 0) return Factory.CreatePolygon();
        for (var i = 0; i < rings.Length; i++)
        {
            if (Orientation.IsCCW(rings[i].CoordinateSequence) != (i == 0))
            {
                warn($"{path}[{i}]", i == 0 ? "The outer ring is wound clockwise (RFC 7946 §3.1.6 asks for counterclockwise)." : "A hole is wound counterclockwise (RFC 7946 §3.1.6 asks for clockwise).");
            }
        }

        return Factory.CreatePolygon(rings[0], rings[1..]);
    }

    private LinearRing Ring(JsonElement value, string path)
    {
        var ring = positions.ParseMany(value, path);
        if (ring.Length < 4) throw new GeoJsonRefusal(path, $"A ring needs four positions or more, it holds {ring.Length}.");
        var (first, last) = (ring[0], ring[^1]);
        if (!first.Equals2D(last) || !first.Z.Equals(last.Z)) throw new GeoJsonRefusal(path, "The ring is open: its first and last positions must be the same.");
        return Factory.CreateLinearRing(ring);
    }

    private static T[] Each<T>(JsonElement value, string path, Func<JsonElement, string, T> parse)
    {
        if (value.ValueKind != JsonValueKind.Array) throw new GeoJsonRefusal(path, $"Expected an array, found {Members.Describe(value)}.");
        var parts = new T[value.GetArrayLength()];
        var index = 0;
        foreach (var part in value.EnumerateArray())
        {
            parts[index] = parse(part, $"{path}[{index}]");
            index++;
        }

        return parts;
    }
}
