using CityMap.Geo.PostGis.Cluster;
using CityMap.Geo.Tiles;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace CityMap.Bench.Tiles;

/// <summary>The same incidents in PostGIS with a 3857 column and GiST, and ST_AsMVT over one connection, prepared, without workers.</summary>
internal sealed class TileReference : IAsyncDisposable
{
    private const string Make = """
        create table incidents (
            id text primary key, type text, title text, severity int, state text, acknowledged bool, open bool, due_at timestamptz,
            lon float8, lat float8, geom geometry(Point, 3857))
        """;

    private const string Finish = """
        update incidents set geom = st_transform(st_setsrid(st_makepoint(lon, lat), 4326), 3857);
        create table placed as select id, type, title, severity, state, acknowledged, open, due_at, geom from incidents;
        drop table incidents;
        alter table placed rename to incidents;
        create index on incidents using gist (geom);
        """;

    private const string Tile = """
        select st_asmvt(t, 'incidents', 4096, 'geom') from (
            select id, type, title, severity, state, acknowledged, (open and due_at < $4) as overdue,
                   st_asmvtgeom(geom, st_tileenvelope($1, $2, $3), 4096, 64, true) as geom
            from incidents
            where geom && st_tileenvelope($1, $2, $3, margin => 65.0 / 4096)) t
        """;

    private readonly DirectoryInfo _folder;
    private readonly PrivateCluster _cluster;
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _tile;

    private TileReference(DirectoryInfo folder, PrivateCluster cluster, NpgsqlDataSource source, NpgsqlConnection connection, NpgsqlCommand tile) =>
        (_folder, _cluster, _source, _connection, _tile) = (folder, cluster, source, connection, tile);

    public static async Task<TileReference> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("citymap-bench-");
        var cluster = await PrivateCluster.StartAsync(folder.FullName, TimeProvider.System, null, cancellationToken);
        var source = NpgsqlDataSource.Create(cluster.ConnectionString + ";CommandTimeout=0");
        var connection = await source.OpenConnectionAsync(cancellationToken);
        await RunAsync(connection, "set max_parallel_workers_per_gather = 0; set jit = off; " + Make, cancellationToken);
        await CopyAsync(connection, cancellationToken);
        await RunAsync(connection, Finish, cancellationToken);
        await RunAsync(connection, "vacuum analyze incidents", cancellationToken);
        var tile = new NpgsqlCommand(Tile, connection);
        for (var i = 0; i < 3; i++) tile.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Integer });
        tile.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = TileCity.Now.UtcDateTime });
        await tile.PrepareAsync(cancellationToken);
        return new(folder, cluster, source, connection, tile);
    }

    public async Task<byte[]> EncodeAsync(TileAddress tile, CancellationToken cancellationToken)
    {
        (_tile.Parameters[0].Value, _tile.Parameters[1].Value, _tile.Parameters[2].Value) = (tile.Z, tile.X, tile.Y);
        return (byte[])(await _tile.ExecuteScalarAsync(cancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _tile.DisposeAsync();
        await _connection.DisposeAsync();
        await _source.DisposeAsync();
        await _cluster.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy incidents (id, type, title, severity, state, acknowledged, open, due_at, lon, lat) from stdin (format binary)", cancellationToken);
        for (var n = 0; n < TileCity.Incidents; n++)
        {
            var f = TileCity.Incident(n);
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(f.Id, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync((string)f["type"]!, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync((string)f["title"]!, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync((int)(long)f["severity"]!, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync((string)f["state"]!, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync((bool)f["acknowledged"]!, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync((bool)f["open"]!, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(((DateTimeOffset)f["due_at"]!).UtcDateTime, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(((Point)f.Geometry!).X, NpgsqlDbType.Double, cancellationToken);
            await copy.WriteAsync(((Point)f.Geometry!).Y, NpgsqlDbType.Double, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
