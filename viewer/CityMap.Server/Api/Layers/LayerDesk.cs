using System.Text.Json;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Journal;
using CityMap.Server.Api.Problems;
using CityMap.Server.Imports;
using CityMap.Server.Live;

namespace CityMap.Server.Api.Layers;

/// <summary>
/// Describes layers. What is said is an entry of the journal first, in the stream <c>layer-card/{id}</c>, whose version decides who was first; then it
/// goes into the catalogue. Should a node die in between, the next description brings the catalogue up to the journal.
/// </summary>
internal sealed class LayerDesk(IStore store, JournalWriter writer, TimeProvider time)
{
    private const int Attempts = 4;

    /// <summary>Says something anew about a layer.</summary>
    /// <returns>The layer as it is now.</returns>
    /// <exception cref="ProblemException">It was not said: the layer is unknown, the card does not fit, or somebody else was first.</exception>
    public async Task<LayerInfo> DescribeAsync(string id, LayerPatch patch, string actor, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        // Before the version is looked at: the first sending of this request is what has moved it.
        if (key is not null && await store.Journal.FindKeyAsync(key, cancellationToken) is { } answered) return await AgainAsync(id, answered, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var layer = await FindAsync(id, cancellationToken);
            var before = layer.Card ?? new LayerCard();
            var after = patch.Apply(before) with { Version = before.Version + 1 };
            CardRules.Check(layer, after);
            if ((patch.IfMatch ?? before.Version) == before.Version && (patch.ExpectedVersion ?? before.Version) == before.Version)
            {
                var now = Moments.Cut(time.GetUtcNow());
                var entry = new NewEntry(LayerEvent.Described, now, now, actor, JsonSerializer.Serialize(after, ApiJson.Plain.LayerCard));
                var outcome = await writer.AppendAsync(new Append(Stream(id), before.Version, [entry], []) { Key = key }, cancellationToken);
                switch (outcome)
                {
                    case AppendOutcome.Committed:
                        await store.Features.DefineLayerAsync(layer with { Card = after }, cancellationToken);
                        return await FindAsync(id, cancellationToken);
                    case AppendOutcome.Repeated or AppendOutcome.KeyReused:
                        return await AgainAsync(id, outcome, cancellationToken);
                    case AppendOutcome.Refused refused:
                        throw new ProblemException("store_refused", "", refused.Reason);
                }
            }

            if (await CatchUpAsync(layer, cancellationToken) && attempt < Attempts) continue;
            var current = (await FindAsync(id, cancellationToken)).Card?.Version ?? 0;
            throw Late(patch, current);
        }
    }

    /// <summary>
    /// Makes a layer without features. Its first description is an entry of the journal, whose stream only one can begin; then it goes into the catalogue.
    /// </summary>
    /// <returns>The layer; the one that is there when the key says that this is the same request again.</returns>
    /// <exception cref="ProblemException">There is a layer of that id, or a name in it is none.</exception>
    public async Task<LayerInfo> MakeAsync(NewLayer wanted, string actor, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        var outcome = key is null ? null : await store.Journal.FindKeyAsync(key, cancellationToken);
        var taken = (await store.Features.LayersAsync(cancellationToken)).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var id = "";
        while (outcome is null or AppendOutcome.VersionConflict)
        {
            id = wanted.Id ?? LayerNames.Free(LayerNames.Of(wanted.Title.Vi), taken);
            if (wanted.Id is not null && !taken.Add(id)) throw new ProblemException("layer_conflict", "id", $"There is a layer {Texts.Shown(id)} already.", "another id, or none");
            outcome = await BeginAsync(Layer(wanted, id), actor, key, cancellationToken);
        }

        var layer = outcome switch
        {
            AppendOutcome.Repeated first => Layer(wanted, first.Stream[Stream("").Length..]),
            AppendOutcome.KeyReused => throw new ProblemException(new(RefusalCodes.KeyReused, "The key was used for another body.")),
            AppendOutcome.Refused refused => throw new ProblemException("store_refused", "", refused.Reason),
            _ => Layer(wanted, id),
        };

        // Said again, it changes nothing; a node that dies here leaves the rest to whoever repeats the request with its key.
        await store.Features.DefineLayerAsync(layer, cancellationToken);
        return await FindAsync(layer.Id, cancellationToken);
    }

    /// <summary>A layer by its id.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public async Task<LayerInfo> FindAsync(string id, CancellationToken cancellationToken) =>
        (await store.Features.LayersAsync(cancellationToken)).FirstOrDefault(layer => layer.Id == id)
        ?? throw new ProblemException("unknown_layer", "id", $"There is no layer {Texts.Shown(id)}.", "the id of a layer, from /api/layers");

    private static LayerInfo Layer(NewLayer wanted, string id) => new(id, wanted.Title, wanted.Geometry, wanted.Fields)
    {
        Group = ImportTarget.Group,
        Order = ImportTarget.Order,
        Owner = wanted.Owner,
        Source = wanted.Source,
        Card = new() { Version = 1, Title = wanted.Title, Owner = wanted.Owner, Source = wanted.Source },
    };

    // Whoever begins the stream of its descriptions has the id.
    private async Task<AppendOutcome> BeginAsync(LayerInfo layer, string actor, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        LayerRules.Check(layer);
        var now = Moments.Cut(time.GetUtcNow());
        var entry = new NewEntry(LayerEvent.Described, now, now, actor, JsonSerializer.Serialize(layer.Card!, ApiJson.Plain.LayerCard));
        return await writer.AppendAsync(new Append(Stream(layer.Id), 0, [entry], []) { Key = key }, cancellationToken);
    }

    // The layer as it is now: what the first sending said is in it, or in the journal of a node that died before it was.
    private async Task<LayerInfo> AgainAsync(string id, AppendOutcome answered, CancellationToken cancellationToken)
    {
        if (answered is AppendOutcome.KeyReused) throw new ProblemException(new(RefusalCodes.KeyReused, "The key was used for another body."));
        var layer = await FindAsync(id, cancellationToken);
        return await CatchUpAsync(layer, cancellationToken) ? await FindAsync(id, cancellationToken) : layer;
    }

    // A header that does not hold is a precondition (RFC 9110 §13.1.1); a member of the body that does not, a conflict.
    private static ProblemException Late(LayerPatch patch, long current)
    {
        var sentence = $"The layer's description is at version {current} by now.";
        return patch.IfMatch is { } tag && tag != current
            ? new("precondition_failed", "If-Match", sentence, $"\"{current.ToString(Texts.Plain)}\"")
            : new("version_conflict", "expectedVersion", sentence, current.ToString(Texts.Plain));
    }

    private static string Stream(string id) => $"layer-card/{id}";

    /// <summary>Brings the catalogue up to what the journal says.</summary>
    /// <returns>True when it was behind.</returns>
    private async Task<bool> CatchUpAsync(LayerInfo layer, CancellationToken cancellationToken)
    {
        JournalEntry? last = null;
        await foreach (var entry in store.Journal.ReadStreamAsync(Stream(layer.Id), layer.Card?.Version ?? 0, cancellationToken)) last = entry;
        if (last is null) return false;
        var card = JsonSerializer.Deserialize(last.Data, ApiJson.Plain.LayerCard)! with { Version = last.Version };
        await store.Features.DefineLayerAsync(layer with { Card = card }, cancellationToken);
        return true;
    }
}
