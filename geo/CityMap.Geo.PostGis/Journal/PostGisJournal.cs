using System.Runtime.CompilerServices;
using CityMap.Geo.Journal;
using CityMap.Geo.PostGis.Connections;
using CityMap.Geo.PostGis.Layers;
using Npgsql;

namespace CityMap.Geo.PostGis.Journal;

/// <summary>The journal in PostgreSQL.</summary>
internal sealed class PostGisJournal(Database database, LayerCatalogue catalogue, JournalAppender appender) : IJournal
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<Append> batch, CancellationToken cancellationToken) =>
        batch.Count == 0 ? Task.FromResult<IReadOnlyList<AppendOutcome>>([]) : appender.AppendAsync(batch, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadStreamAsync(
        string stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await Database.OpenAsync(database.Readers, cancellationToken);
        await using var command = new NpgsqlCommand(
            $"SELECT {EntryReader.Columns} FROM citymap_store.journal WHERE stream = $1 AND version > $2 ORDER BY version", connection);
        command.Parameters.Add(new() { Value = stream });
        command.Parameters.Add(new() { Value = afterVersion });
        await foreach (var entry in Database.RowsAsync(command, EntryReader.Read, cancellationToken)) yield return entry;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalEntry>> ReadAsync(long afterSequence, int limit, CancellationToken cancellationToken) =>
        Database.RunAsync<IReadOnlyList<JournalEntry>>(
            database.Readers,
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(
                    $"SELECT {EntryReader.Columns} FROM citymap_store.journal WHERE seq > $1 ORDER BY seq LIMIT $2", connection);
                command.Parameters.Add(new() { Value = afterSequence });
                command.Parameters.Add(new() { Value = limit });
                var entries = new List<JournalEntry>();
                await using var reader = await command.ExecuteReaderAsync(token);
                while (await reader.ReadAsync(token)) entries.Add(EntryReader.Read(reader));
                return entries;
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SequencedChange>> ReadChangesAsync(
        string layer, long afterSequence, long throughSequence, CancellationToken cancellationToken)
    {
        var table = await catalogue.TableAsync(layer, cancellationToken);
        if (!table.Layer.Live) return [];
        return await Database.RunAsync<IReadOnlyList<SequencedChange>>(
            database.Readers,
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(
                    $"""
                    SELECT from_seq, from_seq = to_seq, {table.ColumnList} FROM {table.History}
                    WHERE from_seq > $1 AND from_seq <= $2 ORDER BY from_seq, id
                    """,
                    connection);
                command.Parameters.Add(new() { Value = afterSequence });
                command.Parameters.Add(new() { Value = throughSequence });
                var changes = new List<SequencedChange>();
                await using var reader = await command.ExecuteReaderAsync(token);
                while (await reader.ReadAsync(token))
                {
                    var after = reader.GetBoolean(1) ? null : table.Read(reader, 2);
                    changes.Add(new(reader.GetInt64(0), new(layer, reader.GetString(2), after)));
                }

                return changes;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<long> HeadAsync(CancellationToken cancellationToken) => Database.RunAsync(
        database.Readers,
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand("SELECT seq FROM citymap_store.journal_head", connection);
            return (long)(await command.ExecuteScalarAsync(token))!;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<AppendOutcome?> FindKeyAsync(IdempotencyKey key, CancellationToken cancellationToken) => Database.RunAsync<AppendOutcome?>(
        database.Readers,
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand(
                "SELECT body_hash, stream, answer FROM citymap_store.keys WHERE caller = $1 AND value = $2", connection);
            command.Parameters.Add(new() { Value = key.Caller });
            command.Parameters.Add(new() { Value = key.Value });
            await using var reader = await command.ExecuteReaderAsync(token);
            if (!await reader.ReadAsync(token)) return null;
            return reader.GetString(0) == key.BodyHash
                ? new AppendOutcome.Repeated(reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2))
                : new AppendOutcome.KeyReused();
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<long> ForgetKeysAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (pruned, last) = (0L, (Caller: "", Value: ""));
        while (await ForgetSomeAsync(before, last, cancellationToken) is { } page) (pruned, last) = (pruned + page.Gone, page.Last);
        return pruned;
    }

    // Page by page, so that no transaction lasts; null after the last one.
    private Task<(long Gone, (string Caller, string Value) Last)?> ForgetSomeAsync(
        DateTimeOffset before, (string Caller, string Value) after, CancellationToken cancellationToken) => Database.RunAsync<(long, (string, string))?>(
        database.Builders,
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand(
                """
                WITH page AS (
                    SELECT caller, value, stream FROM citymap_store.keys WHERE (caller, value) > ($2, $3) ORDER BY caller, value LIMIT 5000
                ), gone AS (
                    DELETE FROM citymap_store.keys k USING page p WHERE k.caller = p.caller AND k.value = p.value
                        AND (SELECT j.recorded_at FROM citymap_store.journal j WHERE j.stream = p.stream ORDER BY j.version DESC LIMIT 1) < $1
                    RETURNING 1
                )
                SELECT (SELECT count(*) FROM gone), caller, value FROM page ORDER BY caller DESC, value DESC LIMIT 1
                """,
                connection);
            command.Parameters.Add(new() { Value = Columns.Instant(before) });
            command.Parameters.Add(new() { Value = after.Caller });
            command.Parameters.Add(new() { Value = after.Value });
            await using var reader = await command.ExecuteReaderAsync(token);
            return await reader.ReadAsync(token) ? (reader.GetInt64(0), (reader.GetString(1), reader.GetString(2))) : null;
        },
        cancellationToken);
}
