using CityMap.Geo.Layers;
using CityMap.Geo.PostGis.Schema;
using Npgsql;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>The statements of one edit, in the order they are made.</summary>
internal sealed class FeatureEditSteps(NpgsqlConnection connection, LayerTable table, FeatureEdit edit)
{
    /// <summary>Holds the layer for this edit.</summary>
    /// <returns>True when something is being imported into it.</returns>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken) => (bool)(await ScalarAsync(
        """
        SELECT EXISTS (
            SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND classid = hashtext('citymap import')::oid AND objid = hashtext($1)::oid)
        FROM citymap_store.layers WHERE id = $1 FOR UPDATE
        """,
        cancellationToken,
        edit.Layer))!;

    /// <summary>What the key was answered before; null when it is new or there is none.</summary>
    public async Task<EditOutcome?> FindKeyAsync(CancellationToken cancellationToken)
    {
        if (edit.Key is not { } key) return null;
        await using var command = Command("SELECT body_hash, answer FROM citymap_store.keys WHERE caller = $1 AND value = $2", key.Caller, key.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        return reader.GetString(0) == key.BodyHash
            ? new EditOutcome.Repeated(reader.IsDBNull(1) ? null : reader.GetString(1))
            : new EditOutcome.KeyReused();
    }

    /// <summary>The feature as it is.</summary>
    public async Task<Feature?> FindAsync(CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT {table.ColumnList} FROM {table.Current} WHERE id = $1", edit.Id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? table.Read(reader, 0) : null;
    }

    /// <summary>Keeps how it was. An import may have been said to occur later than this edit: versions do not overlap.</summary>
    public Task KeepAsync(bool isThere, CancellationToken cancellationToken) => RunAsync(
        isThere
            ? $"""
              INSERT INTO {table.History} (occurred_from, occurred_to, {table.ColumnList})
              SELECT COALESCE(l.last, '-infinity'), GREATEST($2, l.last), {table.ColumnList}
              FROM {table.Current} c, (SELECT max(occurred_to) AS last FROM {table.History} WHERE id = $1) l WHERE c.id = $1
              """
            : $"""
              INSERT INTO {table.History} (occurred_from, occurred_to, id)
              SELECT GREATEST($2, max(occurred_to)), GREATEST($2, max(occurred_to)), $1 FROM {table.History} WHERE id = $1
              """,
        cancellationToken,
        edit.Id,
        Columns.Instant(edit.Entry.OccurredAt));

    /// <summary>Puts the feature in its place, or takes it away, and counts.</summary>
    public async Task PutAsync(bool isThere, CancellationToken cancellationToken)
    {
        const string Visible = "ANY ((SELECT generations FROM citymap_store.layers WHERE id = {0})::bigint[])";
        if (edit.After is not { } after)
        {
            await RunAsync($"DELETE FROM {table.Static} WHERE id = $1 AND generation = {string.Format(null, Visible, "$2")}", cancellationToken, edit.Id, edit.Layer);
        }
        else
        {
            var values = table.Parameters([after]).ToArray<object>();
            var layer = $"${values.Length + 1}";
            if (!isThere) await RunAsync(FirstGeneration, cancellationToken, edit.Layer);
            await RunAsync(
                isThere
                    ? $"""
                      UPDATE {table.Static} s SET {string.Join(", ", table.Fields.Select(f => $"{f} = u.{f}").Prepend("geom = u.geom::geometry"))}
                      FROM {table.Given} WHERE s.id = u.id AND s.generation = {string.Format(null, Visible, layer)}
                      """
                    : $"""
                      INSERT INTO {table.Static} (generation, {table.ColumnList})
                      SELECT (SELECT generations[array_upper(generations, 1)] FROM citymap_store.layers WHERE id = {layer}), {table.GivenValues} FROM {table.Given}
                      """,
                cancellationToken,
                [.. values, edit.Layer]);
        }

        await RunAsync(
            "UPDATE citymap_store.layers SET version = version + 1, updated_at = $2, feature_count = feature_count + $3 WHERE id = $1",
            cancellationToken,
            edit.Layer,
            Columns.Instant(edit.Entry.RecordedAt),
            (edit.After is null ? 0L : 1L) - (isThere ? 1L : 0L));
    }

    /// <summary>Writes the key and then the entry.</summary>
    /// <returns>The entry's number.</returns>
    public async Task<long> RecordAsync(CancellationToken cancellationToken)
    {
        if (edit.Key is { } key)
        {
            await RunAsync(
                "INSERT INTO citymap_store.keys (caller, value, body_hash, stream, answer) VALUES ($1, $2, $3, $4, $5)",
                cancellationToken, key.Caller, key.Value, key.BodyHash, edit.Stream, (object?)edit.Answer ?? DBNull.Value);
        }

        var entry = edit.Entry;
        return (long)(await ScalarAsync(
            SqlFile.Read("import_entry.sql"), cancellationToken,
            edit.Stream, entry.Kind, Columns.Instant(entry.OccurredAt), Columns.Instant(entry.RecordedAt), entry.Actor, entry.Data))!;
    }

    // A layer into which nothing was imported yet shows no generation.
    private const string FirstGeneration = """
        UPDATE citymap_store.layers SET generations = ARRAY[next_generation], next_generation = next_generation + 1
        WHERE id = $1 AND generations = '{}'
        """;

    private async Task RunAsync(string text, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(text, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<object?> ScalarAsync(string text, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(text, values);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return command;
    }
}
