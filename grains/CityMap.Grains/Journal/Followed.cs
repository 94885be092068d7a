using CityMap.Geo.Journal;

namespace CityMap.Grains.Journal;

/// <summary>A stretch of the journal without gaps, as a node reads it.</summary>
/// <param name="Entries">In order.</param>
/// <param name="Changes">Changes of the live layers, in order; those of an append have the number of its last entry.</param>
/// <param name="Through">The sequence number everything up to which has now been read.</param>
internal sealed record Followed(IReadOnlyList<JournalEntry> Entries, IReadOnlyList<SequencedChange> Changes, long Through);

/// <summary>Reads along with the journal, every entry once and in order. Must return quickly and not throw.</summary>
internal interface IJournalObserver
{
    /// <summary>The next stretch.</summary>
    void Read(Followed stretch);

    /// <summary>True when it cannot make sense of what it read and has to begin anew.</summary>
    bool HasLostTheThread => false;
}
