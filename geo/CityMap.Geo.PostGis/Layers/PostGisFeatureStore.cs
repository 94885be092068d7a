using System.Data;
using System.Runtime.CompilerServices;
using CityMap.Geo.Layers;
using CityMap.Geo.PostGis.Connections;
using CityMap.Geo.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>Layers and features in PostGIS. Each answer comes from one statement, and so from one snapshot with its sequence number.</summary>
internal sealed class PostGisFeatureStore(Database database, LayerCatalogue catalogue, ILogger logger) : IFeatureStore
{
    private const string Head = "citymap_store.journal_head";

    private readonly FeatureEditor _editor = new(database, catalogue);

    // Milliseconds; a stream with a filter goes to whoever asked for an export of it.
    private const int LongestStream = 30_000;

    /// <inheritdoc/>
    public Task<IReadOnlyList<LayerInfo>> LayersAsync(CancellationToken cancellationToken) => catalogue.LayersAsync(cancellationToken);

    /// <inheritdoc/>
    public Task DefineLayerAsync(LayerInfo layer, CancellationToken cancellationToken) => catalogue.DefineAsync(layer, cancellationToken);

    /// <inheritdoc/>
    public async Task<FeaturePage> QueryAsync(FeatureQuery query, CancellationToken cancellationToken)
    {
        var table = await catalogue.TableAsync(query.Layer, cancellationToken);
        QueryRules.Check(table.Layer, query);
        var token = PageToken.Read(table.Layer, query);
        return await ReadAsync(
            query,
            async (connection, stop) =>
            {
                var sql = new QuerySql(table, query);
                await using var command = Command(connection, PageSql.Of(sql, table, query, token, Head), sql);
                await using var reader = await command.ExecuteReaderAsync(stop);
                var features = new List<Feature>();
                var (sequence, matched) = (0L, 0L);
                while (await reader.ReadAsync(stop))
                {
                    (sequence, matched) = (reader.GetInt64(0), reader.GetInt64(1));
                    if (!reader.IsDBNull(2)) features.Add(table.Read(reader, 2));
                }

                if (features.Count <= query.Limit) return new FeaturePage(features, matched, null, sequence);
                features.RemoveAt(query.Limit);
                return new FeaturePage(features, matched, PageToken.Write(query, features[^1]), sequence);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Feature> StreamAsync(
        FeatureQuery query, Action<long>? atSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reading = await BeginReadingAsync(query, ordered: false, cancellationToken);
        atSequence?.Invoke(reading.Sequence);
        await foreach (var feature in reading.FeaturesAsync(cancellationToken)) yield return feature;
    }

    /// <inheritdoc/>
    public async Task<IFeatureReading> BeginReadingAsync(FeatureQuery query, bool ordered, CancellationToken cancellationToken)
    {
        query = query with { Limit = 1, Offset = 0, After = null, OrderBy = ordered ? query.OrderBy : "id" };
        var table = await catalogue.TableAsync(query.Layer, cancellationToken);
        QueryRules.Check(table.Layer, query);
        var connection = await Database.OpenAsync(database.Readers, cancellationToken);
        try
        {
            var sequence = 0L;
            var transaction = await SnapshotAsync(connection, query, at => sequence = at, cancellationToken);
            return new FeatureReading(transaction, connection, table, query, ordered) { Sequence = sequence };
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<Feature?> FindAsync(string layer, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var table = await catalogue.TableAsync(layer, cancellationToken);
        if (FeatureRules.FindIdProblem(id) is not null) return null;
        return await Database.RunAsync(
            database.Readers,
            async (connection, stop) =>
            {
                var sql = new QuerySql(table, new(layer) { AsOf = asOf });
                await using var command = Command(
                    connection, $"SELECT {table.ColumnList} FROM {sql.Source} WHERE {sql.Where} AND id = {sql.Bind(id)}", sql);
                await using var reader = await command.ExecuteReaderAsync(stop);
                return await reader.ReadAsync(stop) ? table.Read(reader, 0) : null;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<long> GreatestNumberAsync(string layer, CancellationToken cancellationToken)
    {
        var table = await catalogue.TableAsync(layer, cancellationToken);
        return await Database.RunAsync(
            database.Readers,
            async (connection, stop) =>
            {
                await using var command = new NpgsqlCommand($"SELECT COALESCE(max(id::bigint), 0) FROM {table.Current} WHERE id ~ '^[1-9][0-9]{{0,17}}$'", connection);
                return (long)(await command.ExecuteScalarAsync(stop))!;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<FeatureCounts> CountAsync(FeatureQuery query, IReadOnlyList<string> by, CancellationToken cancellationToken)
    {
        query = query with { Limit = 1, OrderBy = "id", After = null };
        var table = await catalogue.TableAsync(query.Layer, cancellationToken);
        QueryRules.Check(table.Layer, query);
        var types = by.Select(f => QueryRules.TypeOf(table.Layer, f)).ToList();
        return await ReadAsync(
            query,
            async (connection, stop) =>
            {
                var sql = new QuerySql(table, query);
                var columns = string.Concat(by.Select((f, i) => $", {Names.Column(f)} AS by_{i}"));
                var group = by.Count == 0 ? "HAVING count(*) > 0" : "GROUP BY " + string.Join(", ", by.Select((_, i) => i + 2));
                await using var command = Command(
                    connection,
                    $"""
                    SELECT head.seq, counted.* FROM {Head} head
                    LEFT JOIN (SELECT count(*) AS n{columns} FROM {sql.Source} WHERE {sql.Where} {group}) counted ON true
                    """,
                    sql);
                await using var reader = await command.ExecuteReaderAsync(stop);
                var rows = new List<FeatureCount>();
                var sequence = 0L;
                while (await reader.ReadAsync(stop))
                {
                    sequence = reader.GetInt64(0);
                    if (reader.IsDBNull(1)) continue;
                    rows.Add(new([.. types.Select((type, i) => Columns.Read(reader, i + 2, type))], reader.GetInt64(1)));
                }

                return new FeatureCounts(rows, sequence);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FeatureSpan> SpansAsync(
        FeatureQuery query, IReadOnlyList<string> fields, Action<long>? atSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await catalogue.TableAsync(query.Layer, cancellationToken);
        query = QueryRules.OfSpans(table.Layer, query);
        var types = fields.Select(field => QueryRules.TypeOf(table.Layer, field)).ToArray();
        await using var connection = await Database.OpenAsync(database.Readers, cancellationToken);
        await using var transaction = await SnapshotAsync(connection, query, atSequence, cancellationToken);
        var sql = new QuerySql(table, query, everyVersion: true);
        var columns = string.Concat(fields.Select(field => ", " + Names.Column(field)));
        await using var command = Command(
            connection,
            $"SELECT id, occurred_from, NULLIF(occurred_to, 'infinity'){columns} FROM {sql.Source} WHERE {sql.Where} ORDER BY id, from_seq",
            sql);
        await foreach (var span in Database.RowsAsync(command, Read, cancellationToken)) yield return span;

        FeatureSpan Read(NpgsqlDataReader row) => new(
            row.GetString(0),
            row.GetFieldValue<DateTimeOffset>(1),
            row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2),
            [.. types.Select((type, i) => Columns.Read(row, i + 3, type))]);
    }

    /// <inheritdoc/>
    public async Task<ILayerImport> BeginImportAsync(LayerInfo layer, ImportMode mode, CancellationToken cancellationToken)
    {
        if (layer.Live) throw new StoreException(StoreProblem.LayerConflict, $"The layer {layer.Id} is live: it changes entry by entry, not by imports.");
        await catalogue.DefineAsync(layer, cancellationToken);
        return await LayerImport.BeginAsync(database, await catalogue.TableAsync(layer.Id, cancellationToken), mode, logger, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<long> CommitAsync(IReadOnlyList<ImportCommit> commits, CancellationToken cancellationToken) =>
        LayerImport.CommitAsync([.. commits.Select(commit => ((LayerImport)commit.Import, commit.Entry))], cancellationToken);

    /// <inheritdoc/>
    public Task<EditOutcome> EditAsync(FeatureEdit edit, CancellationToken cancellationToken) => _editor.EditAsync(edit, cancellationToken);

    private static async Task<NpgsqlTransaction> SnapshotAsync(
        NpgsqlConnection connection, FeatureQuery query, Action<long>? atSequence, CancellationToken cancellationToken)
    {
        var transaction = await Database.Translated(connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).AsTask());

        // The first query takes the snapshot that the others keep to.
        await using var head = new NpgsqlCommand(
            $"SELECT seq, set_config('statement_timeout', '{(query.Filter is null ? 0 : LongestStream)}', true) FROM {Head}", connection);
        atSequence?.Invoke((long)(await Database.Translated(head.ExecuteScalarAsync(cancellationToken)))!);
        return transaction;
    }

    private async Task<T> ReadAsync<T>(FeatureQuery query, Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Database.RunAsync(query.Filter is null ? database.Readers : database.Filtered, work, cancellationToken);
        }
        catch (StoreException e) when (query.Filter is not null && e.InnerException is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled })
        {
            throw new StoreException(StoreProblem.TooSlow, "The filter takes too long on this layer: narrow it down, for example with a box.", e);
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string text, QuerySql sql)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var parameter in sql.Parameters) command.Parameters.Add(parameter);
        return command;
    }
}
