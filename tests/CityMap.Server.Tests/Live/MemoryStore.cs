using System.Runtime.CompilerServices;
using CityMap.Geo;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Server.Tests.Live;

/// <summary>A store in memory whose commits a test writes itself, so that it can decide who hears of them and when.</summary>
internal sealed class MemoryStore(string epoch = "e1") : IStore, IJournal, IFeatureStore
{
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _entries = [];
    private readonly List<SequencedChange> _changes = [];

    public string Kind => "memory";

    public string Epoch => epoch;

    public IJournal Journal => this;

    public IFeatureStore Features => this;

    public ITelemetry Telemetry => throw new NotSupportedException();

    /// <summary>How often the journal was read for entries.</summary>
    public int Reads { get; private set; }

    /// <summary>While true, every read fails as if the database were away.</summary>
    public bool Away { get; set; }

    /// <summary>Makes something durable without telling anybody.</summary>
    public Commit Write(string stream, string kind, params FeatureChange[] changes) => Write(stream, kind, "{}", changes);

    public Commit Write(string stream, string kind, string data, params FeatureChange[] changes)
    {
        lock (_lock)
        {
            var at = DateTimeOffset.UnixEpoch.AddSeconds(_entries.Count);
            var entry = new JournalEntry(_entries.Count + 1, stream, 1, kind, at, at, "test", data);
            _entries.Add(entry);
            _changes.AddRange(changes.Select(c => new SequencedChange(entry.Sequence, c)));
            return new([entry], changes);
        }
    }

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(long afterSequence, int limit, CancellationToken cancellationToken)
    {
        Check();
        lock (_lock)
        {
            Reads++;
            return Task.FromResult<IReadOnlyList<JournalEntry>>([.. _entries.Where(e => e.Sequence > afterSequence).Take(limit)]);
        }
    }

    public Task<IReadOnlyList<SequencedChange>> ReadChangesAsync(
        string layer, long afterSequence, long throughSequence, CancellationToken cancellationToken)
    {
        Check();
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<SequencedChange>>(
                [.. _changes.Where(c => c.Change.Layer == layer && c.Sequence > afterSequence && c.Sequence <= throughSequence)]);
        }
    }

    public Task<long> HeadAsync(CancellationToken cancellationToken)
    {
        Check();
        lock (_lock) return Task.FromResult((long)_entries.Count);
    }

    public async IAsyncEnumerable<Feature> StreamAsync(
        FeatureQuery query, Action<long>? atSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Check();
        await Task.CompletedTask;
        Dictionary<string, Feature> now = [];
        lock (_lock)
        {
            atSequence?.Invoke(_entries.Count);
            foreach (var (_, change) in _changes.Where(c => c.Change.Layer == query.Layer))
            {
                if (change.After is null) now.Remove(change.Id);
                else now[change.Id] = change.After;
            }
        }

        foreach (var feature in now.Values) yield return feature;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<Append> batch, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<JournalEntry> ReadStreamAsync(string stream, long afterVersion, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<long> ForgetKeysAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<AppendOutcome?> FindKeyAsync(IdempotencyKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<LayerInfo>> LayersAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DefineLayerAsync(LayerInfo layer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<FeaturePage> QueryAsync(FeatureQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IFeatureReading> BeginReadingAsync(FeatureQuery query, bool ordered, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Feature?> FindAsync(string layer, string id, DateTimeOffset? asOf, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<FeatureCounts> CountAsync(FeatureQuery query, IReadOnlyList<string> by, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<FeatureSpan> SpansAsync(
        FeatureQuery query, IReadOnlyList<string> fields, Action<long>? atSequence, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ILayerImport> BeginImportAsync(LayerInfo layer, ImportMode mode, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<long> GreatestNumberAsync(string layer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<long> CommitAsync(IReadOnlyList<ImportCommit> commits, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<EditOutcome> EditAsync(FeatureEdit edit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task BackupAsync(string file, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CheckBackupAsync(string file, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void Check()
    {
        if (Away) throw new StoreException(StoreProblem.Unavailable, "The database is away.");
    }
}
