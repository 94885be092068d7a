using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Server.Ogc.Editing;

/// <summary>Reads what was done to one feature of a layer, one by one; imports are told of the layer as a whole.</summary>
internal sealed class EditHistory(IStore store)
{
    /// <summary>The edits, newest first.</summary>
    public async Task<FeatureHistory> ReadAsync(LayerInfo layer, string id, CancellationToken cancellationToken)
    {
        var items = new List<FeatureMove>();
        await foreach (var entry in store.Journal.ReadStreamAsync(FeatureEdit.StreamOf(layer.Id, id), 0, cancellationToken))
        {
            using var data = JsonDocument.Parse(entry.Data);
            items.Add(new(entry.Version, entry.Kind, entry.OccurredAt.UtcDateTime, entry.Actor, data.RootElement.Clone()));
        }

        items.Reverse();
        return new(items);
    }
}

/// <summary>What was done to a feature.</summary>
internal sealed record FeatureHistory(IReadOnlyList<FeatureMove> Items);

/// <summary>One edit.</summary>
/// <param name="Version">The how many-eth edit of the feature it is.</param>
/// <param name="Kind"><c>feature.created</c>, <c>feature.replaced</c> or <c>feature.removed</c>.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">By whom.</param>
/// <param name="Data">The fields that changed, each <c>from</c> and <c>to</c>, and what became of the shape: set, changed or removed.</param>
internal sealed record FeatureMove(long Version, string Kind, DateTime At, string Actor, JsonElement Data);
