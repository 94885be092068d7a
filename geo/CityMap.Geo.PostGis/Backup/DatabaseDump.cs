using CityMap.Geo.PostGis.Cluster;
using CityMap.Geo.PostGis.Schema;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CityMap.Geo.PostGis.Backup;

/// <summary>Copies of a store by PostgreSQL's own programs: consistent, made while the store is in use.</summary>
internal static class DatabaseDump
{
    private static readonly string[] Schemas = ["citymap", "citymap_history", "citymap_static", "citymap_store"];

    /// <summary>Writes a dump to a file that does not exist yet.</summary>
    public static async Task WriteAsync(string connectionString, string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file)) throw new StoreException(StoreProblem.LayerConflict, $"The file {file} exists already.");
        var half = file + ".part";
        try
        {
            var (code, errors) = await RunAsync(
                connectionString, "pg_dump", ["-Fc", "--no-owner", "--no-privileges", "-f", half, .. Schemas.SelectMany(s => new[] { "-n", s })], cancellationToken);
            if (code != 0) throw new StoreException(StoreProblem.Unavailable, $"The backup failed: {errors}");
            File.Move(half, file, overwrite: false);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>Puts a dump into a database that holds no store, and gives it a new epoch.</summary>
    public static async Task RestoreAsync(
        string file, string connectionString, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        if (!await IsDumpAsync(file, cancellationToken)) throw new StoreException(StoreProblem.NotAStore, $"{file} is not a backup of a PostGIS store.");
        await using (var connection = new NpgsqlConnection(connectionString + ";Pooling=false"))
        {
            await connection.OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var find = new NpgsqlCommand("SELECT count(*) FROM pg_namespace WHERE nspname = ANY ($1)", connection);
            find.Parameters.Add(new() { Value = Schemas });
            if ((long)(await find.ExecuteScalarAsync(cancellationToken))! > 0)
            {
                throw new StoreException(StoreProblem.LayerConflict, "The database already holds a store: restore into an empty one.");
            }

            await SchemaSetup.EnsurePostGisAsync(connection, logger, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        var (code, errors) = await RunAsync(
            connectionString, "pg_restore", ["--no-owner", "--no-privileges", "--single-transaction", "-d", Target(connectionString), file], cancellationToken);
        if (code != 0) throw new StoreException(StoreProblem.NotAStore, $"The backup could not be restored: {errors}");

        await using (var connection = new NpgsqlConnection(connectionString + ";Pooling=false"))
        {
            await connection.OpenAsync(cancellationToken);
            await SchemaSetup.RenewEpochAsync(connection, time, cancellationToken);
            await using var analyze = new NpgsqlCommand("ANALYZE", connection);
            await analyze.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string Target(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database ?? "";

    private static async Task<bool> IsDumpAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) throw new StoreException(StoreProblem.NotAStore, $"There is no file {file}.");
        var start = new byte[5];
        await using var stream = File.OpenRead(file);
        return await stream.ReadAtLeastAsync(start, start.Length, false, cancellationToken) == 5 && start.AsSpan().SequenceEqual("PGDMP"u8);
    }

    private static async Task<(int Code, string Errors)> RunAsync(
        string connectionString, string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        int major;
        await using (var connection = new NpgsqlConnection(connectionString + ";Pooling=false"))
        {
            await connection.OpenAsync(cancellationToken);
            major = connection.PostgreSqlVersion.Major;
        }

        var binaries = PostgresBinaries.OfServer(major) ?? throw new StoreException(
            StoreProblem.Unavailable, $"The programs of PostgreSQL {major} are not installed here: apt-get install postgresql-client-{major}");
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        return await Programs.RunDirectlyAsync(
            binaries[program],
            arguments,
            new Dictionary<string, string>
            {
                ["PGHOST"] = to.Host ?? "",
                ["PGPORT"] = to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["PGUSER"] = to.Username ?? "",
                ["PGPASSWORD"] = to.Password ?? "",
                ["PGDATABASE"] = to.Database ?? "",
            },
            cancellationToken);
    }
}
