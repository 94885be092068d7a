using CityMap.Geo.Journal;

namespace CityMap.Grains.Contracts.Surrogates;

/// <summary>Carries a <see cref="Commit"/> between silos.</summary>
[GenerateSerializer, Immutable, Alias("citymap.geo.commit")]
public struct CommitSurrogate
{
    [Id(0)] public JournalEntry[] Entries;
    [Id(1)] public FeatureChange[] Changes;
}

/// <summary>Turns commits into what travels, and back.</summary>
[RegisterConverter]
public sealed class CommitConverter : IConverter<Commit, CommitSurrogate>
{
    /// <inheritdoc/>
    public Commit ConvertFromSurrogate(in CommitSurrogate s) => new(s.Entries, s.Changes);

    /// <inheritdoc/>
    public CommitSurrogate ConvertToSurrogate(in Commit value) => new() { Entries = [.. value.Entries], Changes = [.. value.Changes] };
}
