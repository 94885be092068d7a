using CityMap.Geo;

namespace CityMap.Grains.Contracts.Surrogates;

/// <summary>Carries a <see cref="StoreException"/> between silos, so that "unavailable" stays a named problem on the way to the caller.</summary>
[GenerateSerializer, Immutable, Alias("citymap.geo.store-exception")]
public struct StoreExceptionSurrogate
{
    [Id(0)] public StoreProblem Problem;
    [Id(1)] public string Message;
}

/// <summary>Turns store problems into what travels, and back; the inner exception stays where it happened.</summary>
[RegisterConverter]
public sealed class StoreExceptionConverter : IConverter<StoreException, StoreExceptionSurrogate>
{
    /// <inheritdoc/>
    public StoreException ConvertFromSurrogate(in StoreExceptionSurrogate surrogate) => new(surrogate.Problem, surrogate.Message);

    /// <inheritdoc/>
    public StoreExceptionSurrogate ConvertToSurrogate(in StoreException value) => new() { Problem = value.Problem, Message = value.Message };
}
