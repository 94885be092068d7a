using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Bench.Fanout;

/// <summary>A store that holds nothing but its head: the fan-out measures what comes after the commit.</summary>
internal sealed class FanoutStore : IStore, IJournal, IFeatureStore
{
    private long _head;

    public string Kind => "none";

    public string Epoch => "bench";

    public IJournal Journal => this;

    public IFeatureStore Features => this;

    public ITelemetry Telemetry => throw new NotSupportedException();

    /// <summary>The next sequence number.</summary>
    public long Next() => Interlocked.Increment(ref _head);

    public Task<long> HeadAsync(CancellationToken cancellationToken) => Task.FromResult(Volatile.Read(ref _head));

    public async IAsyncEnumerable<Feature> StreamAsync(
        FeatureQuery query, Action<long>? atSequence, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        atSequence?.Invoke(await HeadAsync(cancellationToken));
        yield break;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(long afterSequence, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JournalEntry>>([]);

    public Task<IReadOnlyList<SequencedChange>> ReadChangesAsync(
        string layer, long afterSequence, long throughSequence, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SequencedChange>>([]);

    public Task CheckAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task BackupAsync(string file, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CheckBackupAsync(string file, CancellationToken cancellationToken) => throw new NotSupportedException();

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
}
