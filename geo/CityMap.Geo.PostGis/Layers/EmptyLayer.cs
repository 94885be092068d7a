using CityMap.Geo.PostGis.Connections;
using Npgsql;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>
/// A static layer that holds nothing, while something is imported into it: the rows go into a table of their own without indexes, which are made when all
/// are there, and then that table takes the place of the layer's. Indexes made at once take less than half of the time of indexes kept up row by row.
/// </summary>
internal sealed class EmptyLayer
{
    // From so many rows on a second session is worth its while.
    private const long Large = 100_000;
    private const string Memory = "SET maintenance_work_mem = '128MB'";

    private readonly Database _database;
    private readonly LayerTable _table;
    private readonly string _key;

    private EmptyLayer(Database database, LayerTable table, long generation) =>
        (_database, _table, _key) = (database, table, Names.Beside(table.Layer.Id, FormattableString.Invariant($"key{generation}")));

    /// <summary>The table that rows are copied into.</summary>
    public string Stage => _table.Stage;

    /// <summary>Makes the table when the layer holds nothing; null when it holds something. The caller holds the lock of imports into the layer.</summary>
    public static async Task<EmptyLayer?> FindAsync(
        Database database, NpgsqlConnection connection, LayerTable table, long generation, CancellationToken cancellationToken)
    {
        if (!await IsEmptyAsync(connection, table, cancellationToken)) return null;
        await RunAsync(connection, $"CREATE TABLE {table.Stage} (LIKE {table.Static})", cancellationToken);
        return new(database, table, generation);
    }

    /// <summary>Drops what an import left behind.</summary>
    public static Task SweepAsync(NpgsqlConnection connection, LayerTable table, CancellationToken cancellationToken) =>
        RunAsync(connection, $"DROP TABLE IF EXISTS {table.Stage}", cancellationToken);

    /// <summary>Makes the indexes; of a large layer that of the shapes beside the others. Nobody sees the table yet.</summary>
    /// <param name="connection">The import's own.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task FinishAsync(NpgsqlConnection connection, long rows, CancellationToken cancellationToken)
    {
        var shapes = $"CREATE INDEX ON {Stage} USING gist (geom)";
        var others = $"{Memory}; CREATE UNIQUE INDEX {_key} ON {Stage} (generation, id); {LayerSchema.FieldIndexes(Stage, _table.Layer)} ANALYZE {Stage}; RESET maintenance_work_mem";
        var key = $"ALTER TABLE {Stage} ADD PRIMARY KEY USING INDEX {_key}";
        if (rows < Large)
        {
            await RunAsync(connection, $"{shapes}; {others}; {key}", cancellationToken);
            return;
        }

        await using var second = await Database.OpenAsync(_database.Importers, cancellationToken);
        await Task.WhenAll(RunAsync(second, $"{Memory}; {shapes}", cancellationToken), RunAsync(connection, others, cancellationToken));
        await RunAsync(connection, key, cancellationToken);
    }

    /// <summary>
    /// Puts the table in the place of the layer's, within the transaction that shows it. Whoever reads waits the moment it takes; whoever reads in an older
    /// snapshot goes on seeing a layer that holds nothing. A layer that was filled or widened meanwhile takes the rows over instead.
    /// </summary>
    public async Task ShowAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // The view first, as whoever reads it: the other way round each would wait for the other. LOCK TABLE would take along all a view reads.
        await RunAsync(connection, $"ALTER VIEW {_table.Current} RESET (security_barrier); LOCK TABLE {_table.Static} IN ACCESS EXCLUSIVE MODE", cancellationToken);
        if (await IsEmptyAsync(connection, _table, cancellationToken) && await IsAlikeAsync(connection, cancellationToken))
        {
            // The view goes by the table, not by its name.
            await RunAsync(
                connection,
                $"""
                ALTER TABLE {_table.Static} RENAME TO {_table.Before};
                ALTER TABLE {_table.Stage} RENAME TO {Names.Table(_table.Layer.Id)};
                {LayerSchema.View(_table)};
                DROP TABLE citymap_static.{_table.Before};
                """,
                cancellationToken);
            return;
        }

        await RunAsync(
            connection, $"INSERT INTO {_table.Static} (generation, {_table.ColumnList}) SELECT generation, {_table.ColumnList} FROM {Stage}; DROP TABLE {Stage}", cancellationToken);
    }

    private static async Task<bool> IsEmptyAsync(NpgsqlConnection connection, LayerTable table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT NOT EXISTS (SELECT FROM {table.Static})", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<bool> IsAlikeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string Of = "(SELECT array_agg((attname, atttypid, atttypmod, attcollation) ORDER BY attname) FROM pg_attribute WHERE attrelid = '{0}'::regclass AND attnum > 0 AND NOT attisdropped)";
        await using var command = new NpgsqlCommand($"SELECT {string.Format(null, Of, _table.Static)} = {string.Format(null, Of, Stage)}", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
