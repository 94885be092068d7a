using System.Runtime.CompilerServices;
using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.GeoPackage.Imports;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Values;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>The layers and features in one GeoPackage file.</summary>
internal sealed class FeaturePort(WriterQueue writer, ReaderPool readers, ReaderPool lookers, Catalogue catalogue, ImportDesk imports, TimeProvider time) : IFeatureStore
{
    private const int StreamChunk = 512;

    public async Task<IReadOnlyList<LayerInfo>> LayersAsync(CancellationToken cancellationToken) =>
        await readers.ReadAsync(Catalogue.Read, cancellationToken);

    public Task DefineLayerAsync(LayerInfo layer, CancellationToken cancellationToken)
    {
        LayerRules.Check(layer);
        return writer.RunAsync(Urgency.Soon, db =>
        {
            db.InTransaction(() => Definitions.Define(db, catalogue, layer, ContentsTime.Of(time.GetUtcNow())));
            catalogue.Load(db);
        }, cancellationToken);
    }

    public Task<FeaturePage> QueryAsync(FeatureQuery query, CancellationToken cancellationToken)
    {
        var layer = catalogue.Get(query.Layer);
        QueryRules.Check(layer.Info, query);
        var after = PageToken.Read(layer.Info, query);
        return ReadAsync(lookers, query, db =>
        {
            var sql = new QuerySql(layer, query);
            db.Filter = sql.Filter;

            var (matched, features) = sql.IsEverything || query.AsOf is not null ? Page(db, sql, query, after) : NarrowedPage(db, sql, query, after);
            var more = features.Count > query.Limit;
            if (more) features.RemoveAt(query.Limit);
            return new FeaturePage(features, matched, more ? PageToken.Write(query, features[^1]) : null, Head(db));
        }, cancellationToken);
    }

    public async IAsyncEnumerable<Feature> StreamAsync(
        FeatureQuery query, Action<long>? atSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reading = await BeginReadingAsync(query, ordered: false, cancellationToken);
        atSequence?.Invoke(reading.Sequence);
        await foreach (var feature in reading.FeaturesAsync(cancellationToken)) yield return feature;
    }

    public async Task<IFeatureReading> BeginReadingAsync(FeatureQuery query, bool ordered, CancellationToken cancellationToken)
    {
        var layer = catalogue.Get(query.Layer);
        query = query with { Limit = 1, Offset = 0, After = null, OrderBy = ordered ? query.OrderBy : "id" };
        QueryRules.Check(layer.Info, query);
        cancellationToken.ThrowIfCancellationRequested();
        return new FeatureReading(await Task.Run(readers.Begin, cancellationToken), layer, query, ordered);
    }

    public Task<Feature?> FindAsync(string layer, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var table = catalogue.Get(layer);
        var query = new FeatureQuery(layer) { AsOf = asOf, Where = [new("id", Comparison.In, [id])] };
        if (ValueRules.FindTextProblem(id) is not null) return Task.FromResult<Feature?>(null);
        return readers.ReadAsync(db =>
        {
            var sql = new QuerySql(table, query);
            using var rows = db.Prepare($"SELECT {table.ReadColumns} FROM {sql.From} t{sql.Where} LIMIT 1").BindAll(sql.Values).Rows();
            return rows.Step() ? new FeatureRows(table).Read(rows, 0) : null;
        }, cancellationToken);
    }

    public Task<long> GreatestNumberAsync(string layer, CancellationToken cancellationToken)
    {
        var table = catalogue.Get(layer);
        return readers.ReadAsync(
            db => db.Number($"SELECT max(CAST(id AS INTEGER)) FROM {LayerTable.Quote(table.Name)} WHERE id GLOB '[1-9]*' AND id NOT GLOB '*[^0-9]*' AND length(id) <= 18") ?? 0,
            cancellationToken);
    }

    public Task<FeatureCounts> CountAsync(FeatureQuery query, IReadOnlyList<string> by, CancellationToken cancellationToken)
    {
        var layer = catalogue.Get(query.Layer);
        QueryRules.Check(layer.Info, query);
        var types = by.Select(f => QueryRules.TypeOf(layer.Info, f)).ToArray();
        return ReadAsync(readers, query, db =>
        {
            var sql = new QuerySql(layer, query);
            db.Filter = sql.Filter;
            var columns = string.Concat(by.Select(f => LayerTable.ColumnOf(f) + ", "));
            var grouping = by.Count == 0 ? "" : " GROUP BY " + string.Join(", ", Enumerable.Range(1, by.Count));
            var counts = new List<FeatureCount>();
            using (var rows = db.Prepare($"SELECT {columns}count(*) FROM {sql.From} t{sql.Where}{grouping}").BindAll(sql.Values).Rows())
            {
                while (rows.Step()) counts.Add(new([.. types.Select((type, i) => FeatureRows.Value(type, rows, i))], rows.Long(types.Length)));
            }

            return new FeatureCounts(counts, Head(db));
        }, cancellationToken);
    }

    public async IAsyncEnumerable<FeatureSpan> SpansAsync(
        FeatureQuery query, IReadOnlyList<string> fields, Action<long>? atSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var layer = catalogue.Get(query.Layer);
        var spans = new SpanRows(layer, query, fields);
        cancellationToken.ThrowIfCancellationRequested();
        using var snapshot = await Task.Run(readers.Begin, cancellationToken);
        atSequence?.Invoke(snapshot.Sequence);
        snapshot.Read(db => db.Filter = spans.Sql.Filter, cancellationToken);
        using var statement = snapshot.Read(db => new Statement(db, spans.Text), cancellationToken);
        using var rows = snapshot.Read(_ => statement.BindAll(spans.Sql.Values).Rows(), cancellationToken);
        while (true)
        {
            var chunk = await Task.Run(() => snapshot.Read(_ => spans.Read(rows, StreamChunk), cancellationToken), cancellationToken);
            foreach (var span in chunk) yield return span;
            if (chunk.Count < StreamChunk) yield break;
        }
    }

    public Task<ILayerImport> BeginImportAsync(LayerInfo layer, ImportMode mode, CancellationToken cancellationToken) =>
        imports.BeginAsync(layer, mode, cancellationToken);

    public Task<long> CommitAsync(IReadOnlyList<ImportCommit> commits, CancellationToken cancellationToken) =>
        LayerImport.CommitAsync(imports, [.. commits.Select(commit => ((LayerImport)commit.Import, commit.Entry))], cancellationToken);

    public Task<EditOutcome> EditAsync(FeatureEdit edit, CancellationToken cancellationToken)
    {
        EditRules.Check(catalogue.Get(edit.Layer).Info, edit);
        return writer.RunAsync(Urgency.Now, db =>
        {
            var outcome = db.InTransaction(() => FeatureEditor.Run(db, imports, edit));
            if (!catalogue.Get(edit.Layer).Info.Edited) catalogue.Load(db);
            return outcome;
        }, cancellationToken);
    }

    // A filter is anybody's: whoever's takes too long is interrupted.
    private async Task<T> ReadAsync<T>(ReaderPool pool, FeatureQuery query, Func<Db, T> read, CancellationToken cancellationToken)
    {
        if (query.Filter is null) return await pool.ReadAsync(read, cancellationToken);
        using var limit = new CancellationTokenSource(Cql2Limits.Time, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await pool.ReadAsync(read, either.Token);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new StoreException(StoreProblem.TooSlow, "The filter takes too long on this layer: narrow it down, for example with a box.", e);
        }
    }

    private static (long Matched, List<Feature> Features) Page(Db db, QuerySql sql, FeatureQuery query, PageToken? after)
    {
        // A static layer knows how many features it has.
        var matched = (sql.IsEverything && !sql.Layer.Info.Live
            ? db.Number("SELECT count FROM citymap_layers WHERE id = ?", sql.Layer.Name)
            : db.Number($"SELECT count(*) FROM {sql.From} t{sql.Where}", [.. sql.Values])) ?? 0;
        if (after is not null) sql.AddAfter(query, after);
        var features = new List<Feature>();
        var reader = new FeatureRows(sql.Layer);
        var statement = db.Prepare($"SELECT {sql.Layer.ReadColumns} FROM {sql.From} t{sql.Where}{QuerySql.OrderBy(query)} LIMIT ? OFFSET ?");
        using var rows = statement.BindAll(sql.Values).Bind(query.Limit + 1L).Bind((long)query.Offset).Rows();
        while (rows.Step() && features.Count <= query.Limit) features.Add(reader.Read(rows, 0));
        return (matched, features);
    }

    private static (long Matched, List<Feature> Features) NarrowedPage(Db db, QuerySql sql, FeatureQuery query, PageToken? after)
    {
        var (matched, features) = (0L, new List<Feature>());
        var reader = new FeatureRows(sql.Layer);
        var statement = db.Prepare(sql.PageOf(query, after));
        using var rows = statement.BindAll(sql.Values).Bind(query.Limit + 1L).Bind((long)query.Offset).Rows();
        while (rows.Step())
        {
            matched = rows.Long(0);
            if (!rows.IsNull(1)) features.Add(reader.Read(rows, 1));
        }

        return (matched, features);
    }

    private static long Head(Db db) => db.Number("SELECT seq FROM journal_head") ?? 0;
}
