using CityMap.Geo.Layers;

namespace CityMap.Geo.Journal;

/// <summary>
/// Entries for one stream, with the map features they change: stored together or not at all.
/// Appends of one batch share a transaction, yet each has its own outcome.
/// </summary>
/// <param name="Stream">The stream, for example <c>incident/0198…</c>; at most 160 characters.</param>
/// <param name="ExpectedVersion">The version the stream must have now; 0 for a new one.</param>
/// <param name="Entries">At least one, in order.</param>
/// <param name="Changes">What becomes of features of live layers; true from the last entry on.</param>
public sealed record Append(
    string Stream,
    long ExpectedVersion,
    IReadOnlyList<NewEntry> Entries,
    IReadOnlyList<FeatureChange> Changes)
{
    /// <summary>The caller's idempotency key, when there is one.</summary>
    public IdempotencyKey? Key { get; init; }

    /// <summary>What the caller was told (JSON), kept with the key and given again when the key comes back.</summary>
    public string? Answer { get; init; }
}

/// <summary>What becomes of one feature.</summary>
/// <param name="Layer">A live layer.</param>
/// <param name="Id">The feature's id.</param>
/// <param name="After">How it is from now on; null when it is gone.</param>
public sealed record FeatureChange(string Layer, string Id, Feature? After);

/// <summary>A key that makes a repeated request harmless.</summary>
/// <param name="Caller">Whose key it is: two callers may use the same text.</param>
/// <param name="Value">The key, at most 255 characters.</param>
/// <param name="BodyHash">SHA-256 of the request (method, address, body), lower-case hex: the same key with another request is refused.</param>
public sealed record IdempotencyKey(string Caller, string Value, string BodyHash);
