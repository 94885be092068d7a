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
    /// <summary>The statements; the last one answers the sequence number before the first entry.</summary>
    /// <param name="connection">Where they run.</param>
    /// <param name="wave">What they store.</param>
    /// <param name="shape">Of the wave; one that asks for more than the wave needs is slower and right.</param>
    public static NpgsqlBatch For(NpgsqlConnection connection, Wave wave, AppendShape shape)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var changes in wave.Layers) AddCurrent(batch, changes, shape);

        var last = new NpgsqlBatchCommand(AppendSql.Of(shape, [.. wave.Layers.Select(l => l.Table)]));
        AddEntries(last.Parameters, wave);
        if (shape.Going) AddGoing(last.Parameters, wave);
        if (shape.Keyed) AddKeys(last.Parameters, wave);
        foreach (var changes in wave.Layers)
        {
            last.Parameters.Add(Columns.Array(NpgsqlDbType.Text, changes.Ids.ToArray()));
            last.Parameters.Add(Columns.Array(NpgsqlDbType.Bigint, changes.Ordinals.ToArray()));
            last.Parameters.Add(Columns.Array(NpgsqlDbType.TimestampTz, changes.At.ToArray()));
        }

        batch.BatchCommands.Add(last);
        return batch;
    }

    private static void AddCurrent(NpgsqlBatch batch, LayerChanges changes, AppendShape shape)
    {
        var features = changes.After.OfType<CityMap.Geo.Layers.Feature>().ToList();
        if (features.Count > 0)
        {
            var put = new NpgsqlBatchCommand(shape.Fresh ? changes.Table.Insert : changes.Table.Upsert);
            foreach (var parameter in changes.Table.Parameters(features)) put.Parameters.Add(parameter);
            batch.BatchCommands.Add(put);
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

        parameters.Add(new NpgsqlParameter<long> { TypedValue = n });
        parameters.Add(Columns.Array(NpgsqlDbType.Text, streams));
        parameters.Add(Columns.Array(NpgsqlDbType.Bigint, versions));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, kinds));
        parameters.Add(Columns.Array(NpgsqlDbType.TimestampTz, occurred));
        parameters.Add(Columns.Array(NpgsqlDbType.TimestampTz, recorded));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, actors));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, data));
    }

    // A new stream needs no look at what it was: the unique index tells when it is not new.
    private static void AddGoing(NpgsqlParameterCollection parameters, Wave wave)
    {
        var going = wave.Appends.Where(p => p.Append.ExpectedVersion > 0).Select(p => p.Append).ToList();
        parameters.Add(Columns.Array(NpgsqlDbType.Text, going.Select(a => a.Stream).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Bigint, going.Select(a => a.ExpectedVersion).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.TimestampTz, going.Select(a => Columns.Instant(a.Entries[0].OccurredAt)).ToArray()));
    }

    private static void AddKeys(NpgsqlParameterCollection parameters, Wave wave)
    {
        var keyed = wave.Appends.Where(p => p.Append.Key is not null).Select(p => p.Append).ToList();
        parameters.Add(Columns.Array(NpgsqlDbType.Text, keyed.Select(a => a.Key!.Caller).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, keyed.Select(a => a.Key!.Value).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, keyed.Select(a => a.Key!.BodyHash).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, keyed.Select(a => a.Stream).ToArray()));
        parameters.Add(Columns.Array(NpgsqlDbType.Text, keyed.Select(a => a.Answer).ToArray()));
    }
}
