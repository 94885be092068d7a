using System.Text.Json.Serialization;

namespace CityMap.Server.Tiles;

/// <summary>A TileJSON 3.0.0 document (mapbox/tilejson-spec).</summary>
internal sealed record TileJson(
    string Tilejson,
    string Scheme,
    string Name,
    IReadOnlyList<string> Tiles,
    [property: JsonPropertyName("vector_layers")] IReadOnlyList<TileJsonLayer> VectorLayers,
    int Minzoom,
    int Maxzoom,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<double>? Bounds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Attribution);

/// <summary>The one layer of a tile.</summary>
internal sealed record TileJsonLayer(string Id, string Description, IReadOnlyDictionary<string, string> Fields, int Minzoom, int Maxzoom);

/// <summary>How TileJSON is written.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TileJson))]
internal sealed partial class TileJsonContext : JsonSerializerContext;
