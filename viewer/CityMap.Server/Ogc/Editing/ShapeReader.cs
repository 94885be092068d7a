using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.GeoJson;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Problems;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using NetTopologySuite.Geometries.Utilities;

namespace CityMap.Server.Ogc.Editing;

/// <summary>Reads and writes the shape of a feature in the coordinate system of a request.</summary>
internal static class ShapeReader
{
    private const string Path = "geometry";

    /// <summary>A shape that the layer takes, on the ground; null for none.</summary>
    /// <exception cref="ProblemException">It is none, of another kind, or beyond the coordinate system.</exception>
    public static Geometry? Read(LayerInfo layer, JsonElement json, OgcCrs crs)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        if (!GeoJsonGeometry.TryRead(json, Path, true, out var shape, out var problem)) throw Wrong(problem.Path, problem.Reason);
        var fits = layer.Geometry switch
        {
            GeometryKind.Point => shape is Point or MultiPoint { NumGeometries: 1 },
            GeometryKind.Line => shape is LineString or MultiLineString,
            GeometryKind.Polygon => shape is Polygon or MultiPolygon,
            _ => true,
        };
        if (!fits)
        {
            throw new ProblemException(new("geometry_kind", $"The layer {layer.Id} takes no {shape!.GeometryType}.") { Field = Path, Allowed = Kinds(layer.Geometry) });
        }

        if (shape!.IsEmpty) throw Wrong(Path, "The geometry is empty: a feature without a place says null.");
        var ground = crs.Read(Flat(shape));
        foreach (var place in ground.Coordinates)
        {
            if (!double.IsFinite(place.X) || !double.IsFinite(place.Y)) throw Wrong(Path, "The geometry lies where its coordinate system does not reach.");
            if (CoordinateProblem.Find(place.X, place.Y) is { } beyond) throw new ProblemException(ProblemMapping.OfCoordinate(beyond, Path));
        }

        // A store keeps what has one part as that part, so that both have the same version.
        if (layer.Geometry != GeometryKind.Any && ground is GeometryCollection { NumGeometries: 1 } one) ground = one.GetGeometryN(0);
        if (ground is Polygon or MultiPolygon && !ground.IsValid) throw Wrong(Path, "The area crosses itself, or a hole lies outside of it.");
        return ground;
    }

    // A layer keeps longitude and latitude, as of files: what is answered is what is kept.
    private static Geometry Flat(Geometry shape) => new GeometryEditor(shape.Factory).Edit(shape, new GeometryEditor.CoordinateSequenceOperation(
        static (sequence, _) => new CoordinateArraySequence([.. Enumerable.Range(0, sequence.Count).Select(i => new Coordinate(sequence.GetX(i), sequence.GetY(i)))])));

    /// <summary>The shape after a merge patch (RFC 7396) of it.</summary>
    public static Geometry? Patch(LayerInfo layer, Geometry? before, JsonElement patch, OgcCrs crs)
    {
        if (patch.ValueKind != JsonValueKind.Object || before is null) return Read(layer, patch, crs);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes)) GeoJsonWriter.Write(json, crs.Write(before)!);
        var merged = JsonNode.Parse(bytes.WrittenSpan)!.AsObject();
        foreach (var member in patch.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null) merged.Remove(member.Name);
            else merged[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        using var document = JsonDocument.Parse(merged.ToJsonString());
        return Read(layer, document.RootElement, crs);
    }

    /// <summary>The types of GeoJSON that a layer takes.</summary>
    public static string[] Kinds(GeometryKind kind) => kind switch
    {
        GeometryKind.Point => ["Point"],
        GeometryKind.Line => ["LineString", "MultiLineString"],
        GeometryKind.Polygon => ["Polygon", "MultiPolygon"],
        _ => ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"],
    };

    private static ProblemException Wrong(string path, string reason) => new("invalid_value", path, reason, "a geometry of GeoJSON (RFC 7946 §3.1) in the system of Content-Crs");
}
