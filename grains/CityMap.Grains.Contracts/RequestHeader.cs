using CityMap.Geo.Journal;

namespace CityMap.Grains.Contracts;

/// <summary>What goes with every request that changes something.</summary>
/// <param name="Actor">Who asks: a display name, at most 200 characters.</param>
[GenerateSerializer, Immutable, Alias("citymap.request-header")]
public sealed record RequestHeader([property: Id(0)] string Actor)
{
    /// <summary>The version the caller saw; null when it does not matter. A mismatch answers with the current snapshot.</summary>
    [Id(1)] public long? ExpectedVersion { get; init; }

    /// <summary>When it happened, as an importer states it; null is now. Never in the future by more than 5 minutes.</summary>
    [Id(2)] public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Makes a repetition harmless; null when the caller has none.</summary>
    [Id(3)] public IdempotencyKey? Key { get; init; }
}
