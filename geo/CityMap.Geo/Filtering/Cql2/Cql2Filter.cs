using CityMap.Geo.Filtering.Cql2.Json;
using CityMap.Geo.Filtering.Cql2.Text;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>Reads and writes filters in the two encodings of CQL2 (OGC 21-065r2, conformance classes cql2-text and cql2-json).</summary>
public static class Cql2Filter
{
    /// <summary>Reads CQL2 text.</summary>
    /// <exception cref="Cql2Exception">It is no filter, or larger than <see cref="Cql2Limits"/>.</exception>
    public static Cql2Expression FromText(string text) => TextParser.Parse(text);

    /// <summary>Reads CQL2 JSON.</summary>
    /// <exception cref="Cql2Exception">It is no filter, or larger than <see cref="Cql2Limits"/>.</exception>
    public static Cql2Expression FromJson(string json) => JsonParser.Parse(json);

    /// <summary>Writes CQL2 text that reads back as the same tree.</summary>
    public static string ToText(Cql2Expression filter) => Cql2TextWriter.Write(filter);

    /// <summary>Writes CQL2 JSON that reads back as the same tree.</summary>
    public static string ToJson(Cql2Expression filter) => Cql2JsonWriter.Write(filter);
}
