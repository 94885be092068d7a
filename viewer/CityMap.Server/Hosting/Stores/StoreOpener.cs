using CityMap.Geo;
using CityMap.Geo.GeoPackage;
using CityMap.Geo.PostGis;
using CityMap.Geo.PostGis.Cluster;
using CityMap.Server.Hosting.Cluster;
using Npgsql;

namespace CityMap.Server.Hosting.Stores;

/// <summary>The one place that names a store.</summary>
internal static class StoreOpener
{
    /// <summary>Opens the store the options name, making it when the folder is empty.</summary>
    /// <exception cref="UserErrorException">It cannot be opened; the message says why.</exception>
    public static async Task<OpenStore> OpenAsync(ServerOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        OpenStore? opened = null;
        await TranslateAsync(async () =>
        {
            // Also for somebody else's database: the note about the running server is kept here.
            Directory.CreateDirectory(options.DataFolder);
            opened = options.Store == StoreKind.GeoPackage
                ? new(await GeoPackageStore.OpenAsync(GeoPackageFile(options), null, time, cancellationToken), null, null)
                : await OpenPostGisAsync(options, time, cancellationToken);
        });
        return opened!;
    }

    /// <summary>Puts a backup in the place of the store, which nobody may have open.</summary>
    /// <exception cref="UserErrorException">It cannot be done; the message says why.</exception>
    public static Task RestoreAsync(ServerOptions options, string file, bool overwrite, TimeProvider time, CancellationToken cancellationToken) =>
        TranslateAsync(async () =>
        {
            if (options.Store == StoreKind.GeoPackage)
            {
                Directory.CreateDirectory(options.DataFolder);
                await GeoPackageStore.RestoreAsync(file, GeoPackageFile(options), overwrite, time, cancellationToken);
                return;
            }

            await (options.Database is { } given
                ? PostGisStore.RestoreAsync(file, given, overwrite, null, time, cancellationToken)
                : PostGisStore.RestorePrivatelyAsync(file, options.DataFolder, overwrite, null, time, cancellationToken));
        });

    /// <summary>Which kind of store a data folder holds; an empty one will hold a GeoPackage.</summary>
    /// <exception cref="UserErrorException">It holds both.</exception>
    public static StoreKind Held(string dataFolder)
    {
        var (file, cluster) = (new ServerOptions { DataFolder = dataFolder }, new ServerOptions { DataFolder = dataFolder, Store = StoreKind.PostGis });
        if (!Exists(cluster)) return StoreKind.GeoPackage;
        return !Exists(file) ? StoreKind.PostGis
            : throw new UserErrorException($"{dataFolder} holds a GeoPackage and a PostGIS store: say --store geopackage or --store postgis.");
    }

    /// <summary>True when there is something to open; opening makes a store where there is none.</summary>
    public static bool Exists(ServerOptions options) => options.Store == StoreKind.GeoPackage
        ? File.Exists(GeoPackageFile(options))
        : options.Database is not null || PrivateCluster.Exists(options.DataFolder);

    /// <summary>What ogrinfo and QGIS open.</summary>
    /// <exception cref="UserErrorException">There is nothing to open.</exception>
    public static string Source(ServerOptions options)
    {
        if (options.Store == StoreKind.GeoPackage)
        {
            var file = GeoPackageFile(options);
            return File.Exists(file) ? file : throw new UserErrorException($"There is no store in {options.DataFolder}.");
        }

        var connection = options.Database ?? PrivateCluster.FindConnectionString(options.DataFolder)
            ?? throw new UserErrorException($"The private PostgreSQL of {options.DataFolder} does not run: start the server first.");
        return PostGisSource.Of(connection);
    }

    /// <summary>Removes the store in the data folder, whichever kinds there are; the rest of the folder stays.</summary>
    /// <exception cref="UserErrorException">It is somebody else's database, or it is in use.</exception>
    public static Task DeleteAsync(ServerOptions options, TimeProvider time, CancellationToken cancellationToken) => TranslateAsync(async () =>
    {
        if (options.Database is not null) throw new UserErrorException("--fresh does not empty a database given by --db: empty it yourself.");
        if (!Exists(options)) return;

        // Opening takes the lock: a store that another program holds is not removed under its feet.
        await using (await OpenAsync(options, time, cancellationToken))
        {
        }

        if (options.Store == StoreKind.PostGis)
        {
            PrivateCluster.Delete(options.DataFolder);
            return;
        }

        foreach (var file in Directory.EnumerateFiles(options.DataFolder, Path.GetFileName(GeoPackageFile(options)) + "*")) File.Delete(file);
    });

    /// <summary>Turns what a store refuses into the sentence for the person at the command line.</summary>
    public static async Task TranslateAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (StoreException refused)
        {
            throw new UserErrorException(refused.Message, refused);
        }
        catch (NpgsqlException refused)
        {
            throw new UserErrorException($"The database cannot be used: {refused.Message}", refused);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The data folder cannot be used: {refused.Message}", refused);
        }
    }

    private static async Task<OpenStore> OpenPostGisAsync(ServerOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (options.Database is not null) _ = PostGisSource.Of(options.Database);
        if (options.Database is { } given)
        {
            var opened = new OpenStore(await PostGisStore.OpenAsync(given, null, time, cancellationToken), given, null);
            try
            {
                // Not before the store is open: a database that is refused is left as it was.
                if (options.Cluster is not null) await Membership.PrepareAsync(given, cancellationToken);
                return opened;
            }
            catch
            {
                await opened.DisposeAsync();
                throw;
            }
        }

        var cluster = await PrivateCluster.StartAsync(options.DataFolder, time, null, cancellationToken);
        try
        {
            var connection = cluster.ConnectionString;
            return new(await PostGisStore.OpenAsync(connection, null, time, cancellationToken), connection, cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    private static string GeoPackageFile(ServerOptions options) => Path.Combine(options.DataFolder, "citymap.gpkg");
}
