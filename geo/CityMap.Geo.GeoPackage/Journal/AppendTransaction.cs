using CityMap.Geo.GeoPackage.Layers;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Values;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Journal;

/// <summary>One transaction of appends on the writing connection; the head row moves as its last step.</summary>
internal sealed class AppendTransaction(Db db, DateTimeOffset now)
{
    private readonly Dictionary<string, LayerDelta> _deltas = new(StringComparer.Ordinal);
    private readonly long _before = db.Number("SELECT seq FROM journal_head") ?? 0;
    private DateTimeOffset _last;
    private long _head;

    public AppendOutcome[] Run(IReadOnlyList<PreparedAppend> batch)
    {
        _head = _before;
        var outcomes = new AppendOutcome[batch.Count];
        for (var i = 0; i < outcomes.Length; i++) outcomes[i] = One(batch[i]);
        Finish();
        return outcomes;
    }

    /// <summary>Writes one append whose stream continues wherever it is, for the store's own entries.</summary>
    public long Continue(string stream, NewEntry entry, IdempotencyKey? key = null, string? answer = null)
    {
        _head = _before;
        var (version, last) = KeyAndVersion.Version(db, stream);
        if (Moments.Cut(entry.OccurredAt) < last) entry = entry with { OccurredAt = last };
        Write(new(new(stream, version, [entry], []) { Key = key, Answer = answer }, null, []), version);
        Finish();
        return _head;
    }

    private AppendOutcome One(PreparedAppend prepared)
    {
        if (prepared.Problem is { } problem) return new AppendOutcome.Refused(problem);
        var append = prepared.Append;
        if (append.Key is { } key && KeyAndVersion.Find(db, key) is { } before) return before;
        var (version, last) = KeyAndVersion.Version(db, append.Stream);
        if (version != append.ExpectedVersion) return new AppendOutcome.VersionConflict(version);
        if (Moments.Cut(append.Entries[0].OccurredAt) < last) return new AppendOutcome.Refused(AppendRules.TimeGoesBack(append.Stream));

        var head = _head;
        db.Prepare("SAVEPOINT one").Finish();
        try
        {
            var entries = Write(prepared, version);
            db.Prepare("RELEASE one").Finish();
            return new AppendOutcome.Committed(entries);
        }
        catch (SqliteException e) when (StoreErrors.IsAboutTheRow(e))
        {
            db.Prepare("ROLLBACK TO one").Finish();
            db.Prepare("RELEASE one").Finish();
            _head = head;
            return new AppendOutcome.Refused($"The store would not take it: {e.Message}");
        }
    }

    private JournalEntry[] Write(PreparedAppend prepared, long version)
    {
        var append = prepared.Append;
        var entries = new JournalEntry[append.Entries.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var e = append.Entries[i];
            var entry = new JournalEntry(++_head, append.Stream, ++version, e.Kind, Moments.Cut(e.OccurredAt), Moments.Cut(e.RecordedAt), e.Actor, e.Data);
            db.Prepare("INSERT INTO journal (seq, stream, version, kind, occurred_at, recorded_at, actor, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .Bind(entry.Sequence).Bind(entry.Stream).Bind(entry.Version).Bind(entry.Kind).Bind(entry.OccurredAt).Bind(entry.RecordedAt)
                .Bind(entry.Actor).Bind(entry.Data).Finish();
            entries[i] = entry;
        }

        foreach (var change in prepared.Changes)
        {
            if (!_deltas.TryGetValue(change.Layer.Name, out var delta)) _deltas[change.Layer.Name] = delta = new();
            FeatureWriter.Write(db, change, entries[^1], delta);
        }

        if (append.Key is { } key) KeyAndVersion.Save(db, key, append, _head);
        _last = entries[^1].RecordedAt;
        return entries;
    }

    private void Finish()
    {
        if (_head == _before) return;
        foreach (var (layer, delta) in _deltas) delta.AddTo(db, layer, _last, ContentsTime.Of(now));
        db.Run("UPDATE journal_head SET seq = ?", _head);
    }
}
