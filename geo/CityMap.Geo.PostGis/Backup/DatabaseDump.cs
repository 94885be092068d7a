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
        if (File.Exists(file)) throw new StoreException(StoreProblem.NotEmpty, $"The file {file} exists already.");
        var half = file + ".part";
        try
        {
            var dump = await DatabasePrograms.RunAsync(
                connectionString,
                "pg_dump",
                ["-Fc", "--no-owner", "--no-privileges", "-f", Path.GetFullPath(half), .. Schemas.SelectMany(s => new[] { "-n", s })],
                cancellationToken);
            if (dump.Code != 0) throw new StoreException(StoreProblem.Unavailable, $"The backup failed: {dump.Errors}");
            File.Move(half, file, overwrite: false);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>Puts a dump into a database and gives it a new epoch; a store that is there stays as it was until that is done.</summary>
    public static async Task RestoreAsync(
        string file, string connectionString, bool overwrite, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        file = Path.GetFullPath(file);
        await DumpFile.CheckAsync(connectionString, file, cancellationToken);
        await using var connection = await DatabasePrograms.OpenAsync(connectionString, cancellationToken);
        await SetAsideAsync(connection, overwrite, logger, cancellationToken);
        try
        {
            var restore = await DatabasePrograms.RunAsync(
                connectionString,
                "pg_restore",
                ["--no-owner", "--no-privileges", "--single-transaction", "-d", new NpgsqlConnectionStringBuilder(connectionString).Database!, file],
                cancellationToken);
            if (restore.Code != 0) throw new StoreException(StoreProblem.NotAStore, $"The backup could not be restored: {restore.Errors}");
            await SchemaSetup.RenewEpochAsync(connection, time, cancellationToken);
        }
        catch
        {
            await ExecuteAsync(connection, string.Concat(Schemas.Select(s => $"DROP SCHEMA IF EXISTS {s} CASCADE; ALTER SCHEMA {Aside(s)} RENAME TO {s};")), CancellationToken.None);
            throw;
        }

        await ExecuteAsync(connection, string.Concat(Schemas.Select(s => $"DROP SCHEMA {Aside(s)} CASCADE;")), cancellationToken);
        await ExecuteAsync(connection, "ANALYZE", cancellationToken);
    }

    // What is there gets other names (an empty schema where nothing is), and its names back when the restore fails.
    private static async Task SetAsideAsync(NpgsqlConnection connection, bool overwrite, ILogger logger, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!overwrite && await HoldsSomethingAsync(connection, cancellationToken))
        {
            throw new StoreException(StoreProblem.NotEmpty, "The database already holds a store: restoring would overwrite it.");
        }

        await SchemaSetup.EnsurePostGisAsync(connection, logger, cancellationToken);
        await ExecuteAsync(
            connection,
            string.Concat(Schemas.Select(s =>
                $"DROP SCHEMA IF EXISTS {Aside(s)} CASCADE; CREATE SCHEMA IF NOT EXISTS {s}; ALTER SCHEMA {s} RENAME TO {Aside(s)};")),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<bool> HoldsSomethingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var find = new NpgsqlCommand("SELECT to_regclass('citymap_store.journal_head') IS NOT NULL", connection);
        if (!(bool)(await find.ExecuteScalarAsync(cancellationToken))!) return false;
        await using var look = new NpgsqlCommand(
            "SELECT (SELECT max(seq) FROM citymap_store.journal_head) > 0 OR EXISTS (SELECT 1 FROM citymap_store.layers)", connection);
        return (bool)(await look.ExecuteScalarAsync(cancellationToken))!;
    }

    private static string Aside(string schema) => schema + "_before_restore";

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
