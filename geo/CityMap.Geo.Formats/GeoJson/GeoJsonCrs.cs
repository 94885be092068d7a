using System.Text.Json;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>The member "crs" of GeoJSON before RFC 7946 (GeoJSON 2008 §3); programs still write it for coordinates that are not WGS 84.</summary>
internal static class GeoJsonCrs
{
    /// <summary>The system a document names; null when it names none.</summary>
    /// <exception cref="SourceRefusal">It names one that is not known here, or in a way nobody can follow.</exception>
    public static Crs? Find(Members root)
    {
        if (root.Find("crs") is not { } crs || crs.ValueKind == JsonValueKind.Null) return null;
        var name = crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var properties)
            && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("name", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : null;
        if (name is null) throw CrsQuestion.Unknown("The member \"crs\" does not name a coordinate system.");
        return CrsName.Find(name) ?? throw CrsQuestion.Unknown($"The member \"crs\" names \"{name}\", which is not known here.");
    }
}
