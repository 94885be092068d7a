using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.PostGis.Connections;
using CityMap.Geo.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>
/// A bulk import: copied into a generation that nobody sees, chunk by chunk so that no transaction lasts, then shown by one
/// short transaction. One import into a layer at a time, held by a lock of the connection. Into a layer that holds nothing it goes by way of a
/// table of its own (<see cref="EmptyLayer"/>), whose indexes are made when all rows are there.
/// </summary>
internal sealed class LayerImport : ILayerImport
{
    // Each session works on one core.
    private const int FinishedAtOnce = 2;

    private readonly NpgsqlConnection _connection;
    private readonly LayerTable _table;
    private readonly ImportMode _mode;
    private readonly long _generation;
    private readonly ILogger _logger;
    private readonly EmptyLayer? _empty;
    private readonly LayerCopy _copy;
    private long _count;

    private LayerImport(NpgsqlConnection connection, LayerTable table, ImportMode mode, long generation, EmptyLayer? empty, ILogger logger)
    {
        (_connection, _table, _mode, _generation, _empty, _logger) = (connection, table, mode, generation, empty, logger);
        _copy = new(connection, table, empty?.Stage ?? table.Static, generation);
    }

    /// <summary>Takes the layer's lock and a generation.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.Locked"/>: another import into the layer is under way.</exception>
    public static async Task<LayerImport> BeginAsync(
        Database database, LayerTable table, ImportMode mode, ILogger logger, CancellationToken cancellationToken)
    {
        var connection = await Database.OpenAsync(database.Importers, cancellationToken);
        try
        {
            await using var take = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtext('citymap import'), hashtext($1))", connection);
            take.Parameters.Add(new() { Value = table.Layer.Id });
            if (!(bool)(await Database.Translated(take.ExecuteScalarAsync(cancellationToken)))!)
            {
                throw new StoreException(StoreProblem.Locked, $"Another import into the layer {table.Layer.Id} is under way.");
            }

            await using var next = new NpgsqlCommand(
                "UPDATE citymap_store.layers SET next_generation = next_generation + 1 WHERE id = $1 RETURNING next_generation - 1", connection);
            next.Parameters.Add(new() { Value = table.Layer.Id });
            var generation = (long)(await Database.Translated(next.ExecuteScalarAsync(cancellationToken)))!;

            // What an import left behind when its process was killed.
            await SweepAsync(connection, table, cancellationToken);
            var empty = await EmptyLayer.FindAsync(database, connection, table, generation, cancellationToken);
            return new(connection, table, mode, generation, empty, logger);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<Feature> features, CancellationToken cancellationToken)
    {
        foreach (var feature in features)
        {
            var problem = FeatureRules.FindProblem(_table.Layer, feature)
                ?? (Ewkb.FindProblem(_table.Layer.Geometry, feature.Geometry) is { } several ? $"Feature {feature.Id}: {several}" : null);
            if (problem is not null) throw new StoreException(StoreProblem.BadFeature, problem);
        }

        await TranslatedAsync(async () =>
        {
            await _copy.WriteAsync(features, cancellationToken);
            return true;
        });
        _count += features.Count;
    }

    /// <inheritdoc/>
    public Task<long> CommitAsync(NewEntry entry, CancellationToken cancellationToken) => CommitAsync([(this, entry)], cancellationToken);

    /// <summary>Shows several imports in one transaction. Their entries come last: nothing waits for the head of the journal while rows change.</summary>
    public static async Task<long> CommitAsync(IReadOnlyList<(LayerImport Import, NewEntry Entry)> commits, CancellationToken cancellationToken)
    {
        var sequence = await TranslatedAsync(async () =>
        {
            // The largest first, so that no session is left with it alone at the end.
            await Parallel.ForEachAsync(
                commits.OrderByDescending(commit => commit.Import._count), new ParallelOptions { MaxDegreeOfParallelism = FinishedAtOnce, CancellationToken = cancellationToken }, (commit, token) => new(commit.Import.FinishAsync(token)));
            var connection = commits[0].Import._connection;
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using (var durable = new NpgsqlCommand("SET LOCAL synchronous_commit = on", connection)) await durable.ExecuteNonQueryAsync(cancellationToken);
            foreach (var (import, entry) in commits) await import.ShowAsync(connection, entry, cancellationToken);
            long last = 0;
            foreach (var (import, entry) in commits) last = await import.RecordAsync(connection, entry, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return last;
        });
        foreach (var (import, _) in commits) LogMessages.ImportCommitted(import._logger, import._table.Layer.Id, import._count, sequence);
        return sequence;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _copy.DisposeAsync();
            await SweepAsync(_connection, _table, CancellationToken.None);

            // A pool resets a session only when it is used again: until then others would find the layer busy.
            await using var giveBack = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", _connection);
            await giveBack.ExecuteNonQueryAsync();
        }
        catch (Exception e) when (PostGisErrors.Translate(e) is not null)
        {
            // The next import into the layer sweeps again.
            LogMessages.ImportNotSwept(_logger, e, _table.Layer.Id);
        }

        // Where that failed, returning the connection to its pool gives the lock back in the end.
        await _connection.DisposeAsync();
    }

    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        await _copy.FinishAsync(cancellationToken);
        if (_empty is not null) await _empty.FinishAsync(_connection, _count, cancellationToken);
    }

    private async Task ShowAsync(NpgsqlConnection connection, NewEntry entry, CancellationToken cancellationToken)
    {
        await CloseEditsAsync(connection, entry, cancellationToken);
        if (_empty is not null) await _empty.ShowAsync(connection, cancellationToken);
        if (_mode == ImportMode.Append && await FirstRepeatedAsync(connection, cancellationToken) is { } id)
        {
            throw ImportRules.AlreadyThere(_table.Layer.Id, id);
        }

        var gone = _mode == ImportMode.Upsert ? await DropReplacedAsync(connection, cancellationToken) : 0;
        await using var show = new NpgsqlCommand(
            $"""
            UPDATE citymap_store.layers SET version = version + 1, updated_at = $2,
                generations = {(_mode == ImportMode.Replace ? "ARRAY[$3]" : "generations || $3")},
                feature_count = {(_mode == ImportMode.Replace ? "$4" : "feature_count + $4")}
            WHERE id = $1
            """,
            connection);
        show.Parameters.Add(new() { Value = _table.Layer.Id });
        show.Parameters.Add(new() { Value = Columns.Instant(entry.RecordedAt) });
        show.Parameters.Add(new() { Value = _generation });
        show.Parameters.Add(new() { Value = _count - gone });
        await show.ExecuteNonQueryAsync(cancellationToken);
    }

    // Whatever was ever edited is kept as it is before the import takes its place. Nobody edits while the layer's row is held.
    private async Task CloseEditsAsync(NpgsqlConnection connection, NewEntry entry, CancellationToken cancellationToken)
    {
        await using var hold = new NpgsqlCommand(
            "SELECT COALESCE((info->>'Edited')::boolean, false) FROM citymap_store.layers WHERE id = $1 FOR UPDATE", connection);
        hold.Parameters.Add(new() { Value = _table.Layer.Id });
        if (!(bool)(await hold.ExecuteScalarAsync(cancellationToken))!) return;
        var columns = string.Join(", ", _table.Fields.Prepend("geom").Select(f => $"c.{f}"));
        await using var close = new NpgsqlCommand(
            $"""
            INSERT INTO {_table.History} (occurred_from, occurred_to, {_table.ColumnList})
            SELECT CASE WHEN c.id IS NULL THEN GREATEST(l.last, $1) ELSE l.last END, GREATEST(l.last, $1), l.id, {columns}
            FROM (SELECT id, max(occurred_to) AS last FROM {_table.History} GROUP BY id) l LEFT JOIN {_table.Current} c ON c.id = l.id
            """,
            connection);
        close.Parameters.Add(new() { Value = Columns.Instant(entry.OccurredAt) });
        await close.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<long> RecordAsync(NpgsqlConnection connection, NewEntry entry, CancellationToken cancellationToken)
    {
        await using var record = new NpgsqlCommand(Schema.SqlFile.Read("import_entry.sql"), connection);
        record.Parameters.Add(new() { Value = $"layer/{_table.Layer.Id}" });
        record.Parameters.Add(new() { Value = entry.Kind });
        record.Parameters.Add(new() { Value = Columns.Instant(entry.OccurredAt) });
        record.Parameters.Add(new() { Value = Columns.Instant(entry.RecordedAt) });
        record.Parameters.Add(new() { Value = entry.Actor });
        record.Parameters.Add(new() { Value = entry.Data });
        return (long)(await record.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<int> DropReplacedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"DELETE FROM {_table.Static} o USING {_table.Static} n WHERE n.generation = $1 AND o.id = n.id AND o.generation <> $1", connection);
        command.Parameters.Add(new() { Value = _generation });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<string?> FirstRepeatedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT min(n.id) FROM {_table.Static} n JOIN {_table.Current} c ON c.id = n.id WHERE n.generation = $1", connection);
        command.Parameters.Add(new() { Value = _generation });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    // Whoever still reads the old generation in a snapshot goes on seeing it.
    private static async Task SweepAsync(NpgsqlConnection connection, LayerTable table, CancellationToken cancellationToken)
    {
        await EmptyLayer.SweepAsync(connection, table, cancellationToken);
        await using var command = new NpgsqlCommand(
            $"""
            DELETE FROM {table.Static}
            WHERE generation <> ALL ((SELECT generations FROM citymap_store.layers WHERE id = $1)::bigint[])
            """,
            connection);
        command.Parameters.Add(new() { Value = table.Layer.Id });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<T> TranslatedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await Database.Translated(work());
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new StoreException(StoreProblem.BadFeature, $"Two features have the same id. {e.Detail}", e);
        }
        catch (PostgresException e) when (PostGisErrors.IsData(e))
        {
            throw new StoreException(StoreProblem.BadFeature, $"The database would not take the features: {e.MessageText}.", e);
        }
    }
}
