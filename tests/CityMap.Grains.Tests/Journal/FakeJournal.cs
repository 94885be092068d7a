using CityMap.Geo;
using CityMap.Geo.Journal;

namespace CityMap.Grains.Tests.Journal;

/// <summary>A journal in memory that can be made to wait, to refuse and to break, before or after its commit.</summary>
internal sealed class FakeJournal : IJournal
{
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly Dictionary<(string, string), (IdempotencyKey Key, AppendOutcome.Repeated Answer)> _keys = [];

    /// <summary>Awaited before each batch: keep it open to let appends queue up.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>Looked at before a batch is stored; what it returns is thrown and nothing is stored.</summary>
    public Func<IReadOnlyList<Append>, Exception?> BreakBefore { get; set; } = _ => null;

    /// <summary>Looked at after a batch is stored; what it returns is thrown although everything is stored.</summary>
    public Func<IReadOnlyList<Append>, Exception?> BreakAfter { get; set; } = _ => null;

    /// <summary>True when reading fails, too.</summary>
    public bool Unreadable { get; set; }

    public List<int> Batches { get; } = [];

    public IReadOnlyList<JournalEntry> Entries
    {
        get { lock (_lock) return [.. _entries]; }
    }

    public async Task<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<Append> batch, CancellationToken cancellationToken)
    {
        await Before();
        lock (_lock)
        {
            Batches.Add(batch.Count);
            if (BreakBefore(batch) is { } early) throw early;
            AppendOutcome[] outcomes = [.. batch.Select(Store)];
            return BreakAfter(batch) is { } late ? throw late : outcomes;
        }
    }

    public async IAsyncEnumerable<JournalEntry> ReadStreamAsync(
        string stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Check();
        await Task.CompletedTask;
        foreach (var entry in Entries.Where(e => e.Stream == stream && e.Version > afterVersion)) yield return entry;
    }

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(long afterSequence, int limit, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<JournalEntry>>([.. Entries.Where(e => e.Sequence > afterSequence).Take(limit)]);
    }

    public Task<IReadOnlyList<SequencedChange>> ReadChangesAsync(
        string layer, long afterSequence, long throughSequence, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SequencedChange>>([]);

    public Task<long> HeadAsync(CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult((long)Entries.Count);
    }

    public Task<long> ForgetKeysAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<AppendOutcome?> FindKeyAsync(IdempotencyKey key, CancellationToken cancellationToken)
    {
        Check();
        lock (_lock) return Task.FromResult(Known(key));
    }

    private AppendOutcome Store(Append append)
    {
        if (append.Key is { } key && Known(key) is { } known) return known;
        var version = _entries.LastOrDefault(e => e.Stream == append.Stream)?.Version ?? 0;
        if (version != append.ExpectedVersion) return new AppendOutcome.VersionConflict(version);
        var stored = append.Entries
            .Select((e, i) => new JournalEntry(
                _entries.Count + i + 1, append.Stream, version + i + 1, e.Kind, e.OccurredAt, e.RecordedAt, e.Actor, e.Data))
            .ToList();
        _entries.AddRange(stored);
        if (append.Key is not null) _keys[(append.Key.Caller, append.Key.Value)] = (append.Key, new(append.Stream, append.Answer));
        return new AppendOutcome.Committed(stored);
    }

    private AppendOutcome? Known(IdempotencyKey key) => _keys.TryGetValue((key.Caller, key.Value), out var known)
        ? known.Key.BodyHash == key.BodyHash ? known.Answer : new AppendOutcome.KeyReused()
        : null;

    private void Check()
    {
        if (Unreadable) throw new StoreException(StoreProblem.Unavailable, "The store is away.");
    }
}
