using CityMap.Geo.Journal;

namespace CityMap.Grains.Journal;

/// <summary>Finds out what became of an append whose commit was not answered.</summary>
internal sealed class OutcomeLookup(IJournal journal)
{
    /// <summary>The outcome, or null when the append was not stored.</summary>
    /// <exception cref="Geo.StoreException">The store still cannot be reached.</exception>
    public async Task<AppendOutcome?> FindAsync(Append append)
    {
        var ours = new List<JournalEntry>(append.Entries.Count);
        long version = append.ExpectedVersion;
        await foreach (var entry in journal.ReadStreamAsync(append.Stream, append.ExpectedVersion, CancellationToken.None))
        {
            version = entry.Version;
            if (ours.Count < append.Entries.Count && IsSame(append.Entries[ours.Count], entry)) ours.Add(entry);
        }

        if (ours.Count == append.Entries.Count) return new AppendOutcome.Committed(ours);
        if (append.Key is { } key && await journal.FindKeyAsync(key, CancellationToken.None) is { } answered) return answered;
        return version > append.ExpectedVersion ? new AppendOutcome.VersionConflict(version) : null;
    }

    // Data is left out: a store may write the same JSON in another spelling.
    private static bool IsSame(NewEntry wanted, JournalEntry stored) =>
        wanted.Kind == stored.Kind && wanted.Actor == stored.Actor
        && wanted.OccurredAt == stored.OccurredAt && wanted.RecordedAt == stored.RecordedAt;
}
