using CityMap.Geo.GeoPackage.Imports;
using CityMap.Geo.GeoPackage.Journal;
using CityMap.Geo.GeoPackage.Layers;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Storage;
using CityMap.Geo.GeoPackage.Telemetry;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage;

/// <summary>
/// The embedded store: one GeoPackage file that QGIS and GDAL open beside us (to read; edits from outside are refused by
/// triggers). One program writes it at a time.
/// </summary>
public sealed class GeoPackageStore : IStore
{
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly WriterQueue _writer;
    private readonly ReaderPool _readers;
    private readonly ReaderPool _lookers;
    private readonly Checkpointer _checkpointer;
    private int _closed;

    private GeoPackageStore(string path, FileStream storeLock, Db db, string epoch, GeoPackageOptions options, TimeProvider time)
    {
        (_path, _lock, Epoch) = (path, storeLock, epoch);
        var catalogue = new Catalogue();
        catalogue.Load(db);
        Extents.DrawIn(db, catalogue);
        var leftovers = ImportDesk.FindLeftovers(db);
        _readers = new ReaderPool(path, () => StoreFile.OpenReader(path));
        _lookers = new ReaderPool(path, () => StoreFile.OpenLooker(path));
        _writer = new WriterQueue(db, path);
        _checkpointer = new Checkpointer(StoreFile.OpenForCheckpoints(path), _writer, path);
        var imports = new ImportDesk(_writer, _readers, catalogue, leftovers, options.PieceLength, time);
        Journal = new JournalPort(_writer, _readers, catalogue, time);
        Features = new FeaturePort(_writer, _readers, _lookers, catalogue, imports, time);
        Telemetry = new TelemetryPort(_writer, _readers, imports);
    }

    /// <inheritdoc/>
    public string Kind => "geopackage";

    /// <inheritdoc/>
    public string Epoch { get; }

    /// <inheritdoc/>
    public IJournal Journal { get; }

    /// <inheritdoc/>
    public IFeatureStore Features { get; }

    /// <inheritdoc/>
    public ITelemetry Telemetry { get; }

    /// <summary>Opens a store; a file that does not exist is made, with its folder.</summary>
    /// <param name="path">The .gpkg file.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up before the store is open.</param>
    /// <exception cref="StoreException"><see cref="StoreProblem.Locked"/>, <see cref="StoreProblem.NotAStore"/>,
    /// <see cref="StoreProblem.Newer"/>, <see cref="StoreProblem.Unavailable"/>, <see cref="StoreProblem.Full"/>.</exception>
    public static Task<GeoPackageStore> OpenAsync(
        string path, GeoPackageOptions? options, TimeProvider time, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        return Task.Run(() => Open(path, options ?? new(), time), cancellationToken);
    }

    /// <summary>Puts a backup in the place of a store, with a new epoch.</summary>
    /// <param name="backupFile">What <see cref="BackupAsync"/> wrote.</param>
    /// <param name="path">The store's file; it must not be open.</param>
    /// <param name="overwrite">True to replace a store that holds something.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up; the store then stays as it was.</param>
    /// <exception cref="StoreException"><see cref="StoreProblem.NotEmpty"/>, <see cref="StoreProblem.Locked"/>,
    /// <see cref="StoreProblem.NotAStore"/>, <see cref="StoreProblem.Newer"/>.</exception>
    public static Task RestoreAsync(string backupFile, string path, bool overwrite, TimeProvider time, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        return Task.Run(() => Restore.Run(Path.GetFullPath(backupFile), path, overwrite, time, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellationToken) => _writer.RunAsync(Urgency.Soon, db =>
    {
        // SQLite goes on writing to a file that was removed; what it acknowledges then is lost.
        if (!File.Exists(_path)) throw new StoreException(StoreProblem.Unavailable, $"The file {_path} is gone.");
        db.InTransaction(() => { });
    }, cancellationToken);

    /// <inheritdoc/>
    public Task BackupAsync(string file, CancellationToken cancellationToken) =>
        Task.Run(() => Backup.Run(_path, Path.GetFullPath(file), cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task CheckBackupAsync(string file, CancellationToken cancellationToken) =>
        Task.Run(() => Restore.Check(Path.GetFullPath(file)), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1) return;
        await _checkpointer.DisposeAsync();
        _readers.Dispose();
        _lookers.Dispose();
        await Task.Run(_writer.Dispose);
        await _lock.DisposeAsync();
    }

    /// <summary>Lets tests see a full disk.</summary>
    internal Task LimitPagesAsync(int pages) =>
        _writer.RunAsync(Urgency.Soon, db => db.Execute($"PRAGMA max_page_count={pages}"), CancellationToken.None);

    private static GeoPackageStore Open(string path, GeoPackageOptions options, TimeProvider time)
    {
        StoreFile.CheckHeader(path);
        var storeLock = StoreLock.Take(path);
        Db? db = null;
        try
        {
            db = StoreFile.OpenWriter(path);
            var epoch = Schema.Apply(db, path, time);
            StoreFile.MakeDurable(db);
            return new GeoPackageStore(path, storeLock, db, epoch, options, time);
        }
        catch (Exception e)
        {
            db?.Dispose();
            storeLock.Dispose();
            if (e is SqliteException error) throw StoreErrors.Translate(error, path);
            throw;
        }
    }
}
