namespace CityMap.Geo.Journal;

/// <summary>Something that has become durable: entries of one stream and the features they changed.</summary>
/// <param name="Entries">With their sequence numbers; never empty.</param>
/// <param name="Changes">The features as they are from the last entry on.</param>
public sealed record Commit(IReadOnlyList<JournalEntry> Entries, IReadOnlyList<FeatureChange> Changes)
{
    /// <summary>The sequence number the changes are true at.</summary>
    public long Sequence => Entries[^1].Sequence;
}

/// <summary>Told about every commit of this node, in commit order, after it is durable. Must return quickly and not throw.</summary>
public interface ICommitListener
{
    /// <summary>One transaction's commits, in order.</summary>
    void Committed(IReadOnlyList<Commit> commits);
}
