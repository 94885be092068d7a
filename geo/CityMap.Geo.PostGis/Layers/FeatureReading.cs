using CityMap.Geo.Layers;
using CityMap.Geo.PostGis.Connections;
using Npgsql;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>What matches a query in one repeatable transaction of the database.</summary>
internal sealed class FeatureReading(NpgsqlTransaction transaction, NpgsqlConnection connection, LayerTable table, FeatureQuery query, bool ordered) : IFeatureReading
{
    public required long Sequence { get; init; }

    public async IAsyncEnumerable<Feature> FeaturesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = new QuerySql(table, query);
        var order = ordered ? " ORDER BY " + QuerySql.Order(query, "") : "";
        await using var command = new NpgsqlCommand($"SELECT {table.ColumnList} FROM {sql.Source} WHERE {sql.Where}{order}", connection);
        foreach (var parameter in sql.Parameters) command.Parameters.Add(parameter);
        await foreach (var feature in Database.RowsAsync(command, reader => table.Read(reader, 0), cancellationToken)) yield return feature;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
