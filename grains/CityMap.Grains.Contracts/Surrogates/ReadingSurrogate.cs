using CityMap.Geo.Journal;

namespace CityMap.Grains.Contracts.Surrogates;

/// <summary>Carries a <see cref="Reading"/> between silos.</summary>
[GenerateSerializer, Immutable, Alias("citymap.geo.reading")]
public struct ReadingSurrogate
{
    [Id(0)] public string Source;
    [Id(1)] public string Quantity;
    [Id(2)] public DateTimeOffset At;
    [Id(3)] public double Value;
}

/// <summary>Turns readings into what travels, and back.</summary>
[RegisterConverter]
public sealed class ReadingConverter : IConverter<Reading, ReadingSurrogate>
{
    /// <inheritdoc/>
    public Reading ConvertFromSurrogate(in ReadingSurrogate s) => new(s.Source, s.Quantity, s.At, s.Value);

    /// <inheritdoc/>
    public ReadingSurrogate ConvertToSurrogate(in Reading value) =>
        new() { Source = value.Source, Quantity = value.Quantity, At = value.At, Value = value.Value };
}
