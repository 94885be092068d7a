namespace CityMap.Geo.Formats.GeoJson;

/// <summary>Something that RFC 7946 (or RFC 8259 beneath it) forbids.</summary>
internal sealed class GeoJsonRefusal(string path, string reason) : Exception(reason)
{
    /// <summary>JSON path of the offending value.</summary>
    public string Path { get; } = path;
}
