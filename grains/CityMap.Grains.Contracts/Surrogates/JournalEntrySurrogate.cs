using CityMap.Geo.Journal;

namespace CityMap.Grains.Contracts.Surrogates;

/// <summary>Carries a <see cref="JournalEntry"/> between silos.</summary>
[GenerateSerializer, Immutable, Alias("citymap.geo.entry")]
public struct JournalEntrySurrogate
{
    [Id(0)] public long Sequence;
    [Id(1)] public string Stream;
    [Id(2)] public long Version;
    [Id(3)] public string Kind;
    [Id(4)] public DateTimeOffset OccurredAt;
    [Id(5)] public DateTimeOffset RecordedAt;
    [Id(6)] public string Actor;
    [Id(7)] public string Data;
}

/// <summary>Turns entries into what travels, and back.</summary>
[RegisterConverter]
public sealed class JournalEntryConverter : IConverter<JournalEntry, JournalEntrySurrogate>
{
    /// <inheritdoc/>
    public JournalEntry ConvertFromSurrogate(in JournalEntrySurrogate s) =>
        new(s.Sequence, s.Stream, s.Version, s.Kind, s.OccurredAt, s.RecordedAt, s.Actor, s.Data);

    /// <inheritdoc/>
    public JournalEntrySurrogate ConvertToSurrogate(in JournalEntry value) => new()
    {
        Sequence = value.Sequence,
        Stream = value.Stream,
        Version = value.Version,
        Kind = value.Kind,
        OccurredAt = value.OccurredAt,
        RecordedAt = value.RecordedAt,
        Actor = value.Actor,
        Data = value.Data,
    };
}
