using CityMap.Geo.Journal;

namespace CityMap.Server.Live;

/// <summary>Reads what became durable back from the journal, as the commits it came from; each entry stands for itself.</summary>
/// <param name="journal">The journal.</param>
/// <param name="layers">The live layers whose changes are wanted.</param>
internal sealed class JournalReader(IJournal journal, IReadOnlyList<string> layers)
{
    /// <summary>How many entries are read at once.</summary>
    public const int Chunk = 2_000;

    /// <summary>The commits in (after, through], in order; when there are many, only the first of them: call again.</summary>
    public async Task<IReadOnlyList<Commit>> ReadAsync(long after, long through, CancellationToken cancellationToken)
    {
        var entries = await journal.ReadAsync(after, (int)Math.Min(Chunk, through - after), cancellationToken);
        if (entries.Count == 0) return [];
        var last = entries[^1].Sequence;
        var changes = new List<SequencedChange>();
        foreach (var layer in layers) changes.AddRange(await journal.ReadChangesAsync(layer, after, last, cancellationToken));
        var bySequence = changes.ToLookup(c => c.Sequence, c => c.Change);
        return [.. entries.Select(e => new Commit([e], [.. bySequence[e.Sequence]]))];
    }
}
