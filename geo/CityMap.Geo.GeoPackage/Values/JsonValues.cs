using System.Text.Json;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Values;

/// <summary>Many values as one JSON array for SQLite's json_each.</summary>
internal static class JsonValues
{
    public static string Write(IReadOnlyList<object> values) =>
        JsonSerializer.Serialize(values.Select(v => v is DateTimeOffset at ? Moments.Write(at) : StoredText.OfValue(v)));
}
