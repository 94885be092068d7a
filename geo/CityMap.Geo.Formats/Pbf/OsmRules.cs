using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Which layers are made from OpenStreetMap, by the tags of its elements.</summary>
public sealed class OsmRules
{
    private const int MostLayers = 64;

    private static readonly Lazy<OsmRules> Built = new(() =>
    {
        using var file = typeof(OsmRules).Assembly.GetManifestResourceStream("CityMap.Geo.Formats.Pbf.osm-layers.json")!;
        return Parse(file);
    });

    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

    private OsmRules(IReadOnlyList<OsmLayer> layers)
    {
        Layers = layers;
        foreach (var key in layers.SelectMany(l => l.Any.Concat(l.None).Select(t => t.Key).Concat(l.Fields)).Append("type")) _keys.TryAdd(key, _keys.Count);
    }

    /// <summary>The rules that come with CityMap: roads, railways, waterways, water, buildings, landuse, boundaries, power lines, places and points of interest.</summary>
    public static OsmRules Default => Built.Value;

    /// <summary>The layers; an element may belong to several.</summary>
    public IReadOnlyList<OsmLayer> Layers { get; }

    /// <summary>Reads rules: <c>{"layers":[{"id":"roads","shape":"line","any":["highway"],"none":["highway=proposed"],"fields":["name"]}]}</c>.</summary>
    /// <param name="json">UTF-8; comments and trailing commas are allowed.</param>
    /// <exception cref="FormatException">What is wrong, in one sentence.</exception>
    public static OsmRules Parse(Stream json)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, OsmRulesJson.Default.OsmRulesFile);
            if (file?.Layers is not { Count: > 0 and <= MostLayers }) throw new FormatException($"The rules need 1 to {MostLayers} \"layers\".");
            if (file.Layers.GroupBy(l => l.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new FormatException($"The layer \"{twice.Key}\" stands twice.");
            return new([.. file.Layers.Select(Read)]);
        }
        catch (JsonException broken)
        {
            throw new FormatException($"The rules are not the JSON expected: {broken.Message}", broken);
        }
    }

    /// <summary>True when some rule asks for a key.</summary>
    internal bool Knows(string key) => _keys.ContainsKey(key);

    private static OsmLayer Read(OsmRulesLayer layer)
    {
        var valid = layer.Id.Length is > 0 and <= 40 && char.IsAsciiLetterLower(layer.Id[0]) && layer.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        if (!valid) throw new FormatException($"\"{layer.Id}\" cannot be a layer's id: lower-case letters, digits and _, a letter first.");
        if (layer.Any.Count == 0) throw new FormatException($"The layer {layer.Id} needs at least one test in \"any\".");
        return new(layer.Id, layer.Shape, [.. layer.Any.Select(OsmTest.Parse)], [.. (layer.None ?? []).Select(OsmTest.Parse)], layer.Fields ?? [], layer.Areas);
    }
}

/// <summary>The rules as written.</summary>
internal sealed record OsmRulesFile(IReadOnlyList<OsmRulesLayer> Layers);

/// <summary>One layer as written.</summary>
internal sealed record OsmRulesLayer(
    string Id, OsmShape Shape, IReadOnlyList<string> Any, IReadOnlyList<string>? None = null, IReadOnlyList<string>? Fields = null, bool Areas = false);

/// <summary>How rules are written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(OsmRulesFile))]
internal sealed partial class OsmRulesJson : JsonSerializerContext;
