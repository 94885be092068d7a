using CityMap.Geo.Journal;

namespace CityMap.Grains.Contracts.Surrogates;

/// <summary>Carries an <see cref="IdempotencyKey"/> between silos.</summary>
[GenerateSerializer, Immutable, Alias("citymap.geo.idempotency-key")]
public struct IdempotencyKeySurrogate
{
    [Id(0)] public string Caller;
    [Id(1)] public string Value;
    [Id(2)] public string BodyHash;
}

/// <summary>Turns keys into what travels, and back.</summary>
[RegisterConverter]
public sealed class IdempotencyKeyConverter : IConverter<IdempotencyKey, IdempotencyKeySurrogate>
{
    /// <inheritdoc/>
    public IdempotencyKey ConvertFromSurrogate(in IdempotencyKeySurrogate s) => new(s.Caller, s.Value, s.BodyHash);

    /// <inheritdoc/>
    public IdempotencyKeySurrogate ConvertToSurrogate(in IdempotencyKey value) =>
        new() { Caller = value.Caller, Value = value.Value, BodyHash = value.BodyHash };
}
