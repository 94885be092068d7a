using System.Runtime.CompilerServices;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Layers;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>What matches a query in one snapshot of the file.</summary>
internal sealed class FeatureReading(Snapshot snapshot, LayerTable layer, FeatureQuery query, bool ordered) : IFeatureReading
{
    private const int Chunk = 512;

    public long Sequence => snapshot.Sequence;

    public async IAsyncEnumerable<Feature> FeaturesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = new QuerySql(layer, query);
        var order = ordered ? QuerySql.OrderBy(query) : "";
        snapshot.Read(db => db.Filter = sql.Filter, cancellationToken);
        using var statement = snapshot.Read(db => new Statement(db, $"SELECT {layer.ReadColumns} FROM {sql.From} t{sql.Where}{order}"), cancellationToken);
        using var rows = snapshot.Read(_ => statement.BindAll(sql.Values).Rows(), cancellationToken);
        var reader = new FeatureRows(layer);
        while (true)
        {
            var chunk = await Task.Run(() => snapshot.Read(_ => ReadChunk(rows, reader), cancellationToken), cancellationToken);
            foreach (var feature in chunk) yield return feature;
            if (chunk.Count < Chunk) yield break;
        }
    }

    public ValueTask DisposeAsync()
    {
        snapshot.Dispose();
        return ValueTask.CompletedTask;
    }

    private static List<Feature> ReadChunk(RowReader rows, FeatureRows reader)
    {
        var chunk = new List<Feature>(Chunk);
        while (chunk.Count < Chunk && rows.Step()) chunk.Add(reader.Read(rows, 0));
        return chunk;
    }
}
