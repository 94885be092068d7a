using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.PostGis.Backup;
using CityMap.Geo.PostGis.Cluster;
using CityMap.Geo.PostGis.Connections;
using CityMap.Geo.PostGis.Journal;
using CityMap.Geo.PostGis.Layers;
using CityMap.Geo.PostGis.Schema;
using CityMap.Geo.PostGis.Telemetry;
using CityMap.Geo.Storage;
using Npgsql;

namespace CityMap.Geo.PostGis;

/// <summary>A store in a PostgreSQL database with PostGIS; several nodes may share it.</summary>
public sealed class PostGisStore : IStore
{
    private readonly Database _database;

    private PostGisStore(Database database, PostGisStoreOptions options, TimeProvider time, string epoch)
    {
        _database = database;
        Epoch = epoch;
        var catalogue = new LayerCatalogue(database, options, time);
        Features = new PostGisFeatureStore(database, catalogue, options.Logger);
        Journal = new PostGisJournal(database, catalogue, new JournalAppender(database, catalogue, options.Logger));
        Telemetry = new PostGisTelemetry(database);
    }

    /// <inheritdoc/>
    public string Kind => "postgis";

    /// <inheritdoc/>
    public string Epoch { get; }

    /// <inheritdoc/>
    public IJournal Journal { get; }

    /// <inheritdoc/>
    public IFeatureStore Features { get; }

    /// <inheritdoc/>
    public ITelemetry Telemetry { get; }

    /// <summary>Opens the store in a database, making its schema when the database has none.</summary>
    /// <param name="connectionString">As Npgsql reads it.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StoreException">
    /// <see cref="StoreProblem.Unavailable"/>, <see cref="StoreProblem.Newer"/>, <see cref="StoreProblem.NotAStore"/>.
    /// </exception>
    public static async Task<PostGisStore> OpenAsync(
        string connectionString, PostGisStoreOptions? options, TimeProvider time, CancellationToken cancellationToken)
    {
        options ??= new();
        var database = new Database(connectionString, options);
        try
        {
            var epoch = await Database.Translated(ApplyAsync(connectionString, options, time, cancellationToken));
            return new(database, options, time, epoch);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a backup into a database; the store there then has a new epoch. Nobody may have it open meanwhile.</summary>
    /// <param name="backupFile">What <see cref="BackupAsync"/> wrote.</param>
    /// <param name="connectionString">Where to put it.</param>
    /// <param name="overwrite">True to put it in the place of a store that holds something.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops it; what was there stays.</param>
    /// <exception cref="StoreException">
    /// <see cref="StoreProblem.NotAStore"/>: not a backup; <see cref="StoreProblem.Newer"/>: of a newer CityMap;
    /// <see cref="StoreProblem.NotEmpty"/>: the database holds something.
    /// </exception>
    public static Task RestoreAsync(
        string backupFile, string connectionString, bool overwrite, PostGisStoreOptions? options, TimeProvider time, CancellationToken cancellationToken) =>
        Database.Translated(DatabaseDump.RestoreAsync(backupFile, connectionString, overwrite, time, (options ?? new()).Logger, cancellationToken));

    /// <summary>
    /// Puts a backup into the private cluster of a data folder. The file is looked at before a cluster is made for it, and a cluster that was made
    /// for it goes again when the restore fails: a folder that held no such store holds none afterwards.
    /// </summary>
    /// <param name="backupFile">What <see cref="BackupAsync"/> wrote.</param>
    /// <param name="dataFolder">The folder of the cluster.</param>
    /// <param name="overwrite">True to put it in the place of a store that holds something.</param>
    /// <param name="options">Null takes the defaults.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops it; what was there stays.</param>
    /// <exception cref="StoreException">As of the restore into a database, and as of <see cref="PrivateCluster.StartAsync"/>.</exception>
    public static async Task RestorePrivatelyAsync(
        string backupFile, string dataFolder, bool overwrite, PostGisStoreOptions? options, TimeProvider time, CancellationToken cancellationToken)
    {
        await DumpFile.CheckAsync(PrivateCluster.FindPrograms(dataFolder), Path.GetFullPath(backupFile), cancellationToken);
        await PrivateCluster.UseAsync(
            dataFolder,
            time,
            options?.Logger,
            connectionString => RestoreAsync(backupFile, connectionString, overwrite, options, time, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var readOnly = await Database.RunAsync(
            _database.Writers,
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand("SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean", connection);
                return (bool)(await command.ExecuteScalarAsync(token))!;
            },
            cancellationToken);
        if (readOnly) throw new StoreException(StoreProblem.Unavailable, "The database takes no changes now.");
    }

    /// <inheritdoc/>
    public Task BackupAsync(string file, CancellationToken cancellationToken) =>
        Database.Translated(DatabaseDump.WriteAsync(_database.ConnectionString, file, cancellationToken));

    /// <inheritdoc/>
    public Task CheckBackupAsync(string file, CancellationToken cancellationToken) =>
        Database.Translated(CheckFileAsync(Path.GetFullPath(file), cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task CheckFileAsync(string file, CancellationToken cancellationToken) =>
        await DumpFile.CheckAsync(await DatabasePrograms.FindAsync(_database.ConnectionString, cancellationToken), file, cancellationToken);

    private static async Task<string> ApplyAsync(
        string connectionString, PostGisStoreOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        // Not from the pools: they learn the types of PostGIS when they first connect, and it may not be there yet.
        await using var connection = await DatabasePrograms.OpenAsync(connectionString, cancellationToken);
        return await SchemaSetup.ApplyAsync(connection, time, options.Logger, cancellationToken);
    }
}
