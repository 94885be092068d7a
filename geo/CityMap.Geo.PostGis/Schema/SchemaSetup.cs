using CityMap.Geo.PostGis.Backup;
using CityMap.Geo.PostGis.Cluster;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CityMap.Geo.PostGis.Schema;

/// <summary>Makes a database a store, or finds out that it is one; one node at a time.</summary>
internal static class SchemaSetup
{
    /// <summary>The version this program writes; a store of a higher one is left alone.</summary>
    public const int Version = 1;

    // Any number nobody else uses; the same in every CityMap.
    private const long Lock = 0x43_49_54_59_4D_41_50;

    /// <summary>Applies what is missing.</summary>
    /// <returns>The store's epoch.</returns>
    /// <exception cref="StoreException">
    /// <see cref="StoreProblem.Newer"/>, <see cref="StoreProblem.NotAStore"/>, or <see cref="StoreProblem.Unavailable"/> without PostGIS.
    /// </exception>
    public static async Task<string> ApplyAsync(NpgsqlConnection connection, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        await SetAside.MakeGoodAsync(connection, logger, cancellationToken);
        if (await ScalarAsync(connection, "SELECT to_regclass('citymap_store.meta')::text", cancellationToken) is null)
        {
            await CreateAsync(connection, time, logger, cancellationToken);
        }

        var version = int.Parse((string)(await MetaAsync(connection, "version", cancellationToken))!, null);
        if (version > Version)
        {
            throw new StoreException(StoreProblem.Newer, $"The store in this database has version {version}; this CityMap knows up to {Version}.");
        }

        if (await ScalarAsync(connection, "SELECT to_regprocedure('citymap_store.cql2_power(double precision, double precision)')::text", cancellationToken) is null)
        {
            await ExecuteAsync(connection, SqlFile.Read("filters.sql"), cancellationToken);
        }

        await ExecuteAsync(connection, SqlFile.Read("placeless.sql"), cancellationToken);

        var epoch = (string)(await MetaAsync(connection, "epoch", cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return epoch;
    }

    /// <summary>Keeps every other node from opening the database for as long as this connection is there.</summary>
    public static Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, $"SELECT pg_advisory_lock({Lock})", cancellationToken);

    /// <summary>Makes sure of PostGIS and of the coordinate systems it lacks.</summary>
    public static async Task EnsurePostGisAsync(NpgsqlConnection connection, ILogger logger, CancellationToken cancellationToken)
    {
        if (await ScalarAsync(connection, "SELECT 1 FROM pg_extension WHERE extname = 'postgis'", cancellationToken) is null)
        {
            var major = connection.PostgreSqlVersion.Major;
            if (await ScalarAsync(connection, "SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'", cancellationToken) is null)
            {
                throw new StoreException(
                    StoreProblem.Unavailable, $"The database server has no PostGIS: apt-get install {PostgresBinaries.Packages(major)}");
            }

            try
            {
                await ExecuteAsync(connection, "CREATE EXTENSION IF NOT EXISTS postgis", cancellationToken);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw new StoreException(
                    StoreProblem.Unavailable, "The database has no PostGIS yet: an administrator runs CREATE EXTENSION postgis once.", e);
            }
        }

        await AddCoordinateSystemsAsync(connection, logger, cancellationToken);
    }

    /// <summary>A value of the table of facts about the store.</summary>
    public static Task<object?> MetaAsync(NpgsqlConnection connection, string key, CancellationToken cancellationToken) =>
        ScalarAsync(connection, $"SELECT value FROM citymap_store.meta WHERE key = '{key}'", cancellationToken);

    /// <summary>Gives the store a new epoch.</summary>
    public static async Task<string> RenewEpochAsync(NpgsqlConnection connection, TimeProvider time, CancellationToken cancellationToken)
    {
        var epoch = NewEpoch(time);
        await ExecuteAsync(connection, $"UPDATE citymap_store.meta SET value = '{epoch}' WHERE key = 'epoch'", cancellationToken);
        return epoch;
    }

    private static string NewEpoch(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    private static async Task CreateAsync(NpgsqlConnection connection, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        const string Foreign = "SELECT nspname FROM pg_namespace WHERE nspname IN ('citymap', 'citymap_history', 'citymap_static', 'citymap_store') LIMIT 1";
        if (await ScalarAsync(connection, Foreign, cancellationToken) is string schema)
        {
            throw new StoreException(StoreProblem.NotAStore, $"The database holds a schema {schema} that CityMap did not make.");
        }

        await EnsurePostGisAsync(connection, logger, cancellationToken);
        await ExecuteAsync(connection, SqlFile.Read("schema_1.sql"), cancellationToken);
        await ExecuteAsync(
            connection,
            $"""
            CREATE TABLE citymap_store.meta (key text PRIMARY KEY, value text NOT NULL);
            INSERT INTO citymap_store.meta VALUES ('version', '{Version}'), ('epoch', '{NewEpoch(time)}')
            """,
            cancellationToken);
        LogMessages.SchemaCreated(logger, Version);
    }

    private static async Task AddCoordinateSystemsAsync(NpgsqlConnection connection, ILogger logger, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, "SAVEPOINT vn2000", cancellationToken);
        try
        {
            await ExecuteAsync(connection, SqlFile.Read("vn2000.sql"), cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // Nothing of CityMap needs them; a planner's ST_Transform to a provincial zone does.
            await ExecuteAsync(connection, "ROLLBACK TO SAVEPOINT vn2000", cancellationToken);
            LogMessages.CoordinateSystemsNotAdded(logger, e.MessageText);
        }
    }

    /// <summary>The first value of the first row; null for none.</summary>
    public static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? value : null;
    }

    /// <summary>Runs statements, in one transaction.</summary>
    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
