using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Geo.PostGis.Connections;
using CityMap.Geo.Storage;
using Npgsql;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>Which layers there are; their definitions are kept for a while, their counts and versions are always read.</summary>
internal sealed class LayerCatalogue(Database database, PostGisStoreOptions options, TimeProvider time)
{
    private volatile IReadOnlyDictionary<string, LayerTable> _known = new Dictionary<string, LayerTable>();
    private long _readAt;

    /// <summary>The tables of a layer.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.UnknownLayer"/>.</exception>
    public async ValueTask<LayerTable> TableAsync(string layer, CancellationToken cancellationToken) =>
        await FindAsync(layer, cancellationToken) ?? throw new StoreException(StoreProblem.UnknownLayer, $"There is no layer {layer}.");

    /// <summary>The tables of a layer, or null when there is no such layer.</summary>
    public async ValueTask<LayerTable?> FindAsync(string layer, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(Volatile.Read(ref _readAt)) < options.CatalogueAge && _known.TryGetValue(layer, out var table)) return table;
        await Database.RunAsync(database.Readers, ReadAsync, cancellationToken);
        return _known.GetValueOrDefault(layer);
    }

    /// <summary>Reads the whole catalogue, in map order.</summary>
    public Task<IReadOnlyList<LayerInfo>> LayersAsync(CancellationToken cancellationToken) =>
        Database.RunAsync<IReadOnlyList<LayerInfo>>(database.Readers, MeasuredAsync, cancellationToken);

    /// <summary>Makes a layer or adds fields to one, one node at a time.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.LayerConflict"/>.</exception>
    public async Task DefineAsync(LayerInfo layer, CancellationToken cancellationToken)
    {
        LayerRules.Check(layer);
        await Database.RunAsync(database.Builders, (connection, token) => DefineAsync(connection, layer, token), cancellationToken);
        await Database.RunAsync(database.Readers, ReadAsync, cancellationToken);
    }

    /// <summary>Gives a static layer a table for the earlier versions of what is edited in it, if it has none.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.UnknownLayer"/>.</exception>
    public async Task<LayerTable> MakeEditableAsync(string layer, CancellationToken cancellationToken)
    {
        await Database.RunAsync(database.Builders, (connection, token) => ChangeAsync(connection, layer, Edited, token), cancellationToken);
        await Database.RunAsync(database.Readers, ReadAsync, cancellationToken);
        return await TableAsync(layer, cancellationToken);

        (LayerInfo, string) Edited(LayerInfo? before) => before switch
        {
            null => throw new StoreException(StoreProblem.UnknownLayer, $"There is no layer {layer}."),
            { Edited: true } => (before, ""),
            _ => (before with { Edited = true }, LayerSchema.CreateEdits(new(before))),
        };
    }

    private static Task<bool> DefineAsync(NpgsqlConnection connection, LayerInfo layer, CancellationToken cancellationToken) => ChangeAsync(
        connection,
        layer.Id,
        before =>
        {
            var after = LayerRules.Join(before, layer);
            return (after, before is null ? LayerSchema.Create(new(after)) : Changes(before, after));
        },
        cancellationToken);

    private static async Task<bool> ChangeAsync(
        NpgsqlConnection connection, string layer, Func<LayerInfo?, (LayerInfo After, string Sql)> change, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var lockAll = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext('citymap layers'))", connection))
        {
            await lockAll.ExecuteNonQueryAsync(cancellationToken);
        }

        LayerInfo? before = null;
        await using (var find = new NpgsqlCommand("SELECT info FROM citymap_store.layers WHERE id = $1", connection))
        {
            find.Parameters.Add(new() { Value = layer });
            if (await find.ExecuteScalarAsync(cancellationToken) is string json) before = JsonSerializer.Deserialize<LayerInfo>(json);
        }

        var (after, sql) = change(before);
        await using (var save = new NpgsqlCommand(
            """
            INSERT INTO citymap_store.layers (id, info, live, map_order) VALUES ($1, $2::jsonb, $3, $4)
            ON CONFLICT (id) DO UPDATE SET info = EXCLUDED.info, map_order = EXCLUDED.map_order
            """,
            connection))
        {
            save.Parameters.Add(new() { Value = after.Id });
            save.Parameters.Add(new() { Value = JsonSerializer.Serialize(after with { Version = 0, Count = 0, UpdatedAt = null }) });
            save.Parameters.Add(new() { Value = after.Live });
            save.Parameters.Add(new() { Value = after.Order });
            await save.ExecuteNonQueryAsync(cancellationToken);
        }

        if (sql.Length > 0)
        {
            await using var make = new NpgsqlCommand(sql, connection);
            await make.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static string Changes(LayerInfo before, LayerInfo after)
    {
        var table = new LayerTable(after);
        return LayerSchema.Add(table, [.. after.Fields.Skip(before.Fields.Count)])
            + LayerSchema.Index(table, after.Fields.Where(f => f.Indexed && !before.Fields.Any(b => b.Name == f.Name && b.Indexed)));
    }

    private async Task<List<LayerInfo>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        var layers = new List<LayerInfo>();
        await using (var command = new NpgsqlCommand(
            "SELECT info, version, feature_count, updated_at FROM citymap_store.layers ORDER BY map_order, id", connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                layers.Add(JsonSerializer.Deserialize<LayerInfo>(reader.GetString(0))! with
                {
                    Version = reader.GetInt64(1),
                    Count = reader.GetInt64(2),
                    UpdatedAt = reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3),
                });
            }
        }

        _known = layers.ToDictionary(l => l.Id, l => new LayerTable(l), StringComparer.Ordinal);
        Volatile.Write(ref _readAt, startedAt);
        return layers;
    }

    private async Task<IReadOnlyList<LayerInfo>> MeasuredAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var layers = await ReadAsync(connection, cancellationToken);
        for (var i = 0; i < layers.Count; i++)
        {
            if (layers[i].Live) layers[i] = await MeasureAsync(connection, layers[i], cancellationToken);
        }

        return layers;
    }

    // A live layer changes with every entry: it is counted, and its last change is the last of its history.
    private static async Task<LayerInfo> MeasureAsync(NpgsqlConnection connection, LayerInfo layer, CancellationToken cancellationToken)
    {
        var table = new LayerTable(layer);
        await using var command = new NpgsqlCommand(
            $"""
            SELECT (SELECT count(*) FROM {table.Current}),
                (SELECT recorded_at FROM citymap_store.journal WHERE seq = (SELECT max(from_seq) FROM {table.History}))
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return layer with
        {
            Count = reader.GetInt64(0),
            UpdatedAt = reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1),
        };
    }
}
