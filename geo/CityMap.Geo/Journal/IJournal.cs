namespace CityMap.Geo.Journal;

/// <summary>The one journal of the city. Acknowledged means durable.</summary>
public interface IJournal
{
    /// <summary>
    /// Stores a batch in one transaction: entries, changed features and their history, idempotency keys. One outcome per append, in order.
    /// A poison append does not fail its neighbours. Two appends to one stream in one batch follow one another. May hold the calling thread meanwhile.
    /// </summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.Unavailable"/>: nothing of the batch was stored, or it is unknown whether it was
    /// (look the keys up).</exception>
    Task<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<Append> batch, CancellationToken cancellationToken);

    /// <summary>One stream's entries after a version, oldest first.</summary>
    IAsyncEnumerable<JournalEntry> ReadStreamAsync(string stream, long afterVersion, CancellationToken cancellationToken);

    /// <summary>Everything after a sequence number, in order, at most <paramref name="limit"/> entries.</summary>
    Task<IReadOnlyList<JournalEntry>> ReadAsync(long afterSequence, int limit, CancellationToken cancellationToken);

    /// <summary>The features that entries in (afterSequence, throughSequence] changed, as they were after each change, in order.</summary>
    Task<IReadOnlyList<SequencedChange>> ReadChangesAsync(
        string layer, long afterSequence, long throughSequence, CancellationToken cancellationToken);

    /// <summary>The last sequence number; 0 when the journal is empty.</summary>
    Task<long> HeadAsync(CancellationToken cancellationToken);

    /// <summary>What was answered to a key, or null when it was never used.</summary>
    Task<AppendOutcome?> FindKeyAsync(IdempotencyKey key, CancellationToken cancellationToken);

    /// <summary>Forgets the idempotency keys of streams to which nothing was added since a moment (time of recording): a request with one is a new request then.</summary>
    /// <returns>How many are gone.</returns>
    Task<long> ForgetKeysAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>A change of a feature and the entry that caused it.</summary>
/// <param name="Sequence">The entry's sequence number.</param>
/// <param name="Change">The change.</param>
public sealed record SequencedChange(long Sequence, FeatureChange Change);
