using System.Collections.Concurrent;
using System.Text;
using CityMap.Geo.PostGis.Layers;
using Npgsql;
using NpgsqlTypes;

namespace CityMap.Geo.PostGis.Journal;

/// <summary>
/// A wave as statements sent in one round trip and one transaction: the current features first, then one statement that
/// advances the head row, and under its lock numbers the entries and writes keys and history.
/// </summary>
internal static class AppendStatement
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>The statements; the last one answers the sequence number before the first entry.</summary>
    public static NpgsqlBatch For(NpgsqlConnection connection, Wave wave)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var changes in wave.Layers) AddCurrent(batch, changes);

        var tables = wave.Layers.Select(l => l.Table).ToList();
        var last = new NpgsqlBatchCommand(Texts.GetOrAdd(
            string.Join(',', tables.Select(t => t.ColumnList + t.Current)), static (_, tables) => Text(tables), tables));
        AddEntries(last.Parameters, wave);
        foreach (var changes in wave.Layers)
        {
            last.Parameters.Add(Columns.Array(NpgsqlDbType.Text, changes.Ids.ToArray()));
            last.Parameters.Add(Columns.Array(NpgsqlDbType.Bigint, changes.Ordinals.ToArray()));
            last.Parameters.Add(Columns.Array(NpgsqlDbType.TimestampTz, changes.At.ToArray()));
        }

        batch.BatchCommands.Add(last);
        return batch;
    }

    private static void AddCurrent(NpgsqlBatch batch, LayerChanges changes)
    {
        var features = changes.After.OfType<CityMap.Geo.Layers.Feature>().ToList();
        if (features.Count > 0)
        {
            var upsert = new NpgsqlBatchCommand(changes.Table.Upsert());
            foreach (var parameter in changes.Table.Parameters(features)) upsert.Parameters.Add(parameter);
            batch.BatchCommands.Add(upsert);
        }

        if (features.Count == changes.Ids.Count) return;
        var delete = new NpgsqlBatchCommand($"DELETE FROM {changes.Table.Current} WHERE id = ANY ($1)");
        delete.Parameters.Add(Columns.Array(NpgsqlDbType.Text, changes.Ids.Where((_, i) => changes.After[i] is null).ToArray()));
        batch.BatchCommands.Add(delete);
    }

    private static void AddEntries(NpgsqlParameterCollection parameters, Wave wave)
    {
        var n = wave.Entries;
        var (streams, versions, kinds, actors, data) = (new string[n], new long[n], new string[n], new string[n], new string[n]);
        var (occurred, recorded) = (new DateTime[n], new DateTime[n]);
        var at = 0;
        foreach (var (_, append) in wave.Appends)
        {
            for (var i = 0; i < append.Entries.Count; i++, at++)
            {
                var entry = append.Entries[i];
                (streams[at], versions[at], kinds[at], actors[at], data[at]) =
                    (append.Stream, append.ExpectedVersion + i + 1, entry.Kind, entry.Actor, entry.Data);
                (occurred[at], recorded[at]) = (Columns.Instant(entry.OccurredAt), Columns.Instant(entry.RecordedAt));
            }
        }

        // A new stream needs no look at what it was: the unique index tells when it is not new.
        var going = wave.Appends.Where(p => p.Append.ExpectedVersion > 0).Select(p => p.Append).ToList();
        var keyed = wave.Appends.Where(p => p.Append.Key is not null).Select(p => p.Append).ToList();
        parameters.Add(new NpgsqlParameter<long> { TypedValue = n });
        parameters.Add(Columns.Array(NpgsqlDbType.Text, streams));
        parameters.Add(Columns.Array(NpgsqlDbType.Bigint, versions));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, kinds));
        parameters.Add(Columns.Array(NpgsqlDbType.TimestampTz, occurred));
        parameters.Add(Columns.Array(NpgsqlDbType.TimestampTz, recorded));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, actors));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, data));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, going.Select(a => a.Stream).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Bigint, going.Select(a => a.ExpectedVersion).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.TimestampTz, going.Select(a => Columns.Instant(a.Entries[0].OccurredAt)).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, keyed.Select(a => a.Key!.Caller).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, keyed.Select(a => a.Key!.Value).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, keyed.Select(a => a.Key!.BodyHash).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, keyed.Select(a => a.Stream).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, keyed.Select(a => a.Answer).ToArray()));
    }

    private static string Text(IReadOnlyList<LayerTable> tables)
    {
        var text = new StringBuilder(Schema.SqlFile.Read("append.sql"));
        for (var i = 0; i < tables.Count; i++) text.Append(History(tables[i], i, 17 + (3 * i)));
        return text.Append("SELECT base FROM head").ToString();
    }

    // The features were written by the statement before: their history is read from there and not sent twice. The order by
    // id and number leaves the planner one index only: planned while the table was empty, it took the one by number.
    private static string History(LayerTable table, int number, int parameter) => $"""
        , change_{number} AS MATERIALIZED (
            SELECT head.base + c.ordinal AS seq, c.id, GREATEST(c.at, before.occurred_from) AS at, before.from_seq AS before_seq
            FROM head, unnest(${parameter}::text[], ${parameter + 1}::bigint[], ${parameter + 2}::timestamptz[]) c (id, ordinal, at)
            LEFT JOIN LATERAL (
                SELECT h.from_seq, h.occurred_from FROM {table.History} h WHERE h.id = c.id ORDER BY h.id DESC, h.from_seq DESC LIMIT 1
            ) before ON true
        ), closed_{number} AS (
            UPDATE {table.History} h SET to_seq = c.seq, occurred_to = c.at
            FROM change_{number} c WHERE h.id = c.id AND h.from_seq = c.before_seq AND h.to_seq = {HistoryEnd.Open}
        ), opened_{number} AS (
            INSERT INTO {table.History} (from_seq, to_seq, occurred_from, occurred_to, {table.ColumnList})
            SELECT c.seq, CASE WHEN t.id IS NULL THEN c.seq ELSE {HistoryEnd.Open} END,
                c.at, CASE WHEN t.id IS NULL THEN c.at ELSE 'infinity' END, {string.Join(", ", ["c.id", "t.geom", .. table.Fields.Select(f => "t." + f)])}
            FROM change_{number} c LEFT JOIN {table.Current} t ON t.id = c.id
        )

        """;
}

/// <summary>How an open end is written in history.</summary>
internal static class HistoryEnd
{
    /// <summary>The sequence number no entry reaches.</summary>
    public const long Open = long.MaxValue;
}
