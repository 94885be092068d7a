using System.Text.Json;
using CityMap.Geo.Formats.GeoJson;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Server.Api;
using CityMap.Server.Api.Problems;
using CityMap.Server.Tiles;

namespace CityMap.Server.Ogc.Editing;

/// <summary>Makes, replaces and removes single features of layers; the store decides who was first.</summary>
internal sealed class EditDesk(IStore store, LayerCatalogue layers, TimeProvider time)
{
    // Somebody who overwrites whatever there is may be overtaken a few times.
    private const int MostTries = 4;

    /// <summary>Makes a feature.</summary>
    /// <returns>The id it was given, and the feature; null when it was made before by the same key and is gone by now.</returns>
    /// <exception cref="ProblemException">The id is taken, or the feature cannot be stored.</exception>
    public async Task<(string Id, Feature? Feature)> CreateAsync(LayerInfo layer, Feature feature, string actor, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        switch (await EditAsync(layer, feature.Id, null, feature, actor, key, cancellationToken))
        {
            case EditOutcome.Committed:
                return (feature.Id, feature);
            case EditOutcome.Repeated repeated:
                var id = JsonSerializer.Deserialize(repeated.Answer!, ApiJson.Plain.String)!;
                return (id, await store.Features.FindAsync(layer.Id, id, null, cancellationToken));
            default:
                throw new ProblemException(new("id_taken", $"The layer {layer.Id} has a feature {Texts.Shown(feature.Id)} already.") { Field = "id", Expected = "another id, or none" });
        }
    }

    /// <summary>Changes a feature, or removes it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="id">The feature's id.</param>
    /// <param name="expected">The versions it was decided on; empty for whatever there is, null when nobody said.</param>
    /// <param name="mustBe">True when a missing feature is an unmet condition rather than a wrong address (20-002, /req/create-replace-delete/put-rid-exception).</param>
    /// <param name="change">How it is to be, from how it is; null to remove it.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="key">The caller's idempotency key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The feature as it is now; null when it is gone.</returns>
    /// <exception cref="ProblemException">404: there is none; 412: it has changed since; or it cannot be stored.</exception>
    public async Task<Feature?> ChangeAsync(
        LayerInfo layer, string id, IReadOnlyList<string>? expected, bool mustBe, Func<Feature, Feature?> change, string actor, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        if (key is not null && await store.Journal.FindKeyAsync(key, cancellationToken) is { } answered)
        {
            return answered is AppendOutcome.Repeated ? await store.Features.FindAsync(layer.Id, id, null, cancellationToken) : throw KeyReused();
        }

        for (var tries = 1; ; tries++)
        {
            var before = await store.Features.FindAsync(layer.Id, id, null, cancellationToken)
                ?? throw (mustBe && expected is not null ? Stale(layer, id, null) : new ProblemException(new("not_found", $"The collection {layer.Id} has no feature {Texts.Shown(id)}.")));
            if (expected is null) throw EntityTags.Missing;
            var tag = FeatureTag.Of(before);
            if (expected.Count > 0 && !expected.Contains(tag)) throw Stale(layer, id, before);
            var after = change(before);
            if (after is not null && FeatureTag.Of(after) == tag) return before;
            switch (await EditAsync(layer, id, before, after, actor, key, cancellationToken))
            {
                case EditOutcome.Committed:
                    return after;
                case EditOutcome.Repeated:
                    return await store.Features.FindAsync(layer.Id, id, null, cancellationToken);
                case EditOutcome.Stale stale when expected.Count > 0 || tries == MostTries:
                    throw Stale(layer, id, stale.Actual);
            }
        }
    }

    private async Task<EditOutcome> EditAsync(
        LayerInfo layer, string id, Feature? before, Feature? after, string actor, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        var entry = EditEntries.Of(layer, id, before, after, actor, Moments.Cut(time.GetUtcNow()));
        var edit = new FeatureEdit(layer.Id, id, after, FeatureTag.Of(before), entry) { Key = key, Answer = JsonSerializer.Serialize(id, ApiJson.Plain.String) };
        var made = await store.Features.EditAsync(edit, cancellationToken);
        layers.Forget();
        return made switch
        {
            EditOutcome.KeyReused => throw KeyReused(),
            EditOutcome.ImportUnderWay => throw new ProblemException(
                new("import_under_way", $"Something is being imported into the layer {layer.Id}; edit it afterwards.") { RetryAfter = 5 }),
            var outcome => outcome,
        };
    }

    private static ProblemException KeyReused() => new(new(RefusalCodes.KeyReused, "The key was used for another request."));

    private static ProblemException Stale(LayerInfo layer, string id, Feature? actual) => new(
        new("precondition_failed", actual is null ? $"The feature {Texts.Shown(id)} is not there, or no longer." : $"The feature {Texts.Shown(id)} has changed since it was read.")
        {
            Field = "If-Match",
            Current = actual is null ? null : Shown(layer, actual),
            Expected = actual is null ? null : $"\"{FeatureTag.Of(actual)}\"",
        });

    private static JsonElement Shown(LayerInfo layer, Feature feature)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes)) GeoJsonWriter.Write(json, feature, layer.Fields);
        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return document.RootElement.Clone();
    }
}
