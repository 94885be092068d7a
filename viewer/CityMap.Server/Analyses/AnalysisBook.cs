using System.Globalization;
using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api;
using CityMap.Server.Api.Problems;
using CityMap.Server.Live;

namespace CityMap.Server.Analyses;

/// <summary>What layers were made by, as the journal tells it.</summary>
internal sealed class AnalysisBook(IStore store)
{
    /// <summary>The group of layers that were worked out.</summary>
    public const string Group = "analysis";

    /// <summary>The member of an import's entry that holds the recipe.</summary>
    public const string Member = "analysis";

    /// <summary>Every layer that was worked out, in map order, with whether it is still true.</summary>
    public async Task<IReadOnlyList<MadeLayer>> AllAsync(CancellationToken cancellationToken)
    {
        var layers = await store.Features.LayersAsync(cancellationToken);
        var made = new List<MadeLayer>();
        foreach (var layer in layers.Where(layer => layer.Group == Group))
        {
            if (await ReadAsync(layer, layers, cancellationToken) is { } one) made.Add(one);
        }

        return made;
    }

    /// <summary>One of them.</summary>
    /// <exception cref="ProblemException">There is no such layer, or it was not worked out.</exception>
    public async Task<MadeLayer> FindAsync(string id, CancellationToken cancellationToken)
    {
        var layers = await store.Features.LayersAsync(cancellationToken);
        var layer = layers.FirstOrDefault(layer => layer.Id == id) ?? throw new ProblemException("unknown_layer", "id", $"There is no layer {Texts.Shown(id)}.", "the id of an analysis, from /api/analyses");
        return (layer.Group == Group ? await ReadAsync(layer, layers, cancellationToken) : null)
            ?? throw new ProblemException(new("not_found", $"The layer {id} was not made by an analysis.") { Field = "id" });
    }

    /// <summary>An id that no layer has: what was done, to what.</summary>
    public async Task<string> FreeIdAsync(AnalysisOrder order, CancellationToken cancellationToken)
    {
        var taken = (await store.Features.LayersAsync(cancellationToken)).Select(layer => layer.Id).ToHashSet(StringComparer.Ordinal);
        var plain = $"{order.Kind.ToString().ToLowerInvariant()}_{order.Input.Layer}";
        plain = plain[..Math.Min(plain.Length, 40)];
        var id = plain;
        for (var n = 2; taken.Contains(id); n++) id = string.Create(CultureInfo.InvariantCulture, $"{plain}_{n}");
        return id;
    }

    // The last import into the layer tells; a file that was put into it since is no analysis.
    private async Task<MadeLayer?> ReadAsync(LayerInfo layer, IReadOnlyList<LayerInfo> layers, CancellationToken cancellationToken)
    {
        MadeLayer? made = null;
        await foreach (var entry in store.Journal.ReadStreamAsync($"layer/{layer.Id}", 0, cancellationToken))
        {
            if (entry.Kind != LayerEvent.Kind) continue;
            using var data = JsonDocument.Parse(entry.Data);
            made = data.RootElement.TryGetProperty(Member, out var recipe) && recipe.Deserialize(AnalysisJson.Plain.AnalysisRecipe) is { } known
                ? new(layer, known, entry.RecordedAt, entry.Actor, [.. known.Inputs.Select(mark => Changed(mark, layers))])
                : null;
        }

        return made;
    }

    private static InputState Changed(InputMark mark, IReadOnlyList<LayerInfo> layers) => layers.FirstOrDefault(layer => layer.Id == mark.Layer) switch
    {
        null => InputState.Gone,
        var layer when layer.Version != mark.Version || layer.UpdatedAt != mark.UpdatedAt => InputState.Changed,
        _ => InputState.Same,
    };
}

/// <summary>How a layer is now that an analysis read.</summary>
internal enum InputState
{
    /// <summary>As it was read.</summary>
    Same,

    /// <summary>Changed since.</summary>
    Changed,

    /// <summary>There no more.</summary>
    Gone,
}

/// <summary>A layer that was worked out.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Recipe">How.</param>
/// <param name="At">When.</param>
/// <param name="Actor">By whom.</param>
/// <param name="States">How what was read is now, input by input.</param>
internal sealed record MadeLayer(LayerInfo Layer, AnalysisRecipe Recipe, DateTimeOffset At, string Actor, IReadOnlyList<InputState> States);
