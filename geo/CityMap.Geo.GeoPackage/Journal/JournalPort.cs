using System.Runtime.CompilerServices;
using CityMap.Geo.GeoPackage.Layers;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Journal;

/// <summary>The journal in one GeoPackage file.</summary>
internal sealed class JournalPort(WriterQueue writer, ReaderPool readers, Catalogue catalogue, TimeProvider time) : IJournal
{
    private const string Columns = "seq, stream, version, kind, occurred_at, recorded_at, actor, data";
    private const int StreamPage = 500;

    public async Task<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<Append> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0) return [];
        var prepared = new PreparedAppend[batch.Count];
        for (var i = 0; i < prepared.Length; i++) prepared[i] = PreparedAppend.From(batch[i], catalogue);
        return await writer.RunAsync(Urgency.Now,
            db => db.InTransaction(() => new AppendTransaction(db, time.GetUtcNow()).Run(prepared)), cancellationToken);
    }

    public async IAsyncEnumerable<JournalEntry> ReadStreamAsync(
        string stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await readers.ReadAsync(db => Read(db,
                $"SELECT {Columns} FROM journal WHERE stream = ? AND version > ? ORDER BY version LIMIT ?", stream, afterVersion, StreamPage), cancellationToken);
            foreach (var entry in page) yield return entry;
            if (page.Count < StreamPage) yield break;
            afterVersion = page[^1].Version;
        }
    }

    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(long afterSequence, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(db => Read(db, $"SELECT {Columns} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?", afterSequence, limit), cancellationToken);

    public async Task<IReadOnlyList<SequencedChange>> ReadChangesAsync(
        string layer, long afterSequence, long throughSequence, CancellationToken cancellationToken)
    {
        var table = catalogue.Get(layer);
        if (!table.Info.Live) return [];
        return await readers.ReadAsync(db =>
        {
            var changes = new List<SequencedChange>();
            var features = new FeatureRows(table);
            var sql = $"SELECT t.from_seq, t.to_seq, {table.ReadColumns} FROM \"{table.History}\" t WHERE t.from_seq > ? AND t.from_seq <= ? ORDER BY t.hid";
            using var rows = db.Prepare(sql).Bind(afterSequence).Bind(throughSequence).Rows();
            while (rows.Step())
            {
                // A version that ends with the entry it began with is the mark of a removal.
                var sequence = rows.Long(0);
                var removed = !rows.IsNull(1) && rows.Long(1) == sequence;
                changes.Add(new(sequence, new(layer, rows.Text(2), removed ? null : features.Read(rows, 2))));
            }

            return changes;
        }, cancellationToken);
    }

    public async Task<long> HeadAsync(CancellationToken cancellationToken) =>
        await readers.ReadAsync(db => db.Number("SELECT seq FROM journal_head") ?? 0, cancellationToken);

    public async Task<AppendOutcome?> FindKeyAsync(IdempotencyKey key, CancellationToken cancellationToken) =>
        await readers.ReadAsync(db => KeyAndVersion.Find(db, key), cancellationToken);

    public Task<long> ForgetKeysAsync(DateTimeOffset before, CancellationToken cancellationToken) => KeyPruning.RunAsync(writer, readers, before, cancellationToken);

    private static List<JournalEntry> Read(Db db, string sql, params ReadOnlySpan<object?> values)
    {
        var entries = new List<JournalEntry>();
        using var rows = db.Prepare(sql).BindAll(values).Rows();
        while (rows.Step())
        {
            entries.Add(new(rows.Long(0), rows.Text(1), rows.Long(2), rows.Text(3),
                Moments.Read(rows.Text(4)), Moments.Read(rows.Text(5)), rows.Text(6), rows.Text(7)));
        }

        return entries;
    }
}
