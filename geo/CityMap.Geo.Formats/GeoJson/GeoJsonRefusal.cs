namespace CityMap.Geo.Formats.GeoJson;

/// <summary>Something that RFC 7946 (or RFC 8259 beneath it) forbids.</summary>
internal sealed class GeoJsonRefusal(string path, string reason) : Exception(reason)
{
    /// <summary>JSON path of the offending value.</summary>
    public string Path { get; } = path;

    /// <summary>The position that is no longitude and latitude but could be metres; null for any other refusal.</summary>
    public NetTopologySuite.Geometries.Coordinate? Unplaced { get; init; }
}
