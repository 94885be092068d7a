using System.Text.Json;
using CityMap.Geo.Layers;

namespace CityMap.Server.Live;

/// <summary>How the features of each live layer look as JSON: the same shapes as the items of the API's lists.</summary>
public sealed class FeedShapes
{
    private readonly Dictionary<string, Action<Utf8JsonWriter, Feature>> _writers = new(StringComparer.Ordinal);

    /// <summary>Says how one layer's features are written; the writer writes one JSON object.</summary>
    public FeedShapes With(string layer, Action<Utf8JsonWriter, Feature> write)
    {
        _writers[layer] = write;
        return this;
    }

    /// <summary>Writes a feature as one JSON object.</summary>
    public void Write(Utf8JsonWriter json, string layer, Feature feature)
    {
        if (_writers.TryGetValue(layer, out var write)) write(json, feature);
        else PlainShape.Write(json, feature);
    }

    /// <summary>Roughly how many bytes a feature takes in memory.</summary>
    internal static int Weigh(Feature? feature)
    {
        if (feature is null) return 0;
        var weight = 200 + (24 * (feature.Geometry?.NumPoints ?? 0));
        foreach (var (_, value) in feature.Attributes) weight += value is string text ? 40 + (2 * text.Length) : 40;
        return weight;
    }
}
