using CityMap.Geo.PostGis.Schema;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CityMap.Geo.PostGis.Backup;

/// <summary>Copies of a store by PostgreSQL's own programs: consistent, made while the store is in use.</summary>
internal static class DatabaseDump
{
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
                ["-Fc", "--no-owner", "--no-privileges", "-f", Path.GetFullPath(half), .. SetAside.Schemas.SelectMany(s => new[] { "-n", s })],
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
        await DumpFile.CheckAsync(await DatabasePrograms.FindAsync(connectionString, cancellationToken), file, cancellationToken);
        await using var connection = await DatabasePrograms.OpenAsync(connectionString, cancellationToken);
        await SchemaSetup.LockAsync(connection, cancellationToken);
        await SetAsideAsync(connection, overwrite, logger, cancellationToken);
        try
        {
            var restore = await DatabasePrograms.RunAsync(
                connectionString,
                "pg_restore",
                ["--no-owner", "--no-privileges", "--single-transaction", "-d", new NpgsqlConnectionStringBuilder(connectionString).Database!, file],
                cancellationToken);
            if (restore.Code != 0) throw new StoreException(StoreProblem.NotAStore, $"The backup could not be restored: {restore.Errors}");
            await EndAsync(connection, time, cancellationToken);
        }
        catch
        {
            await SetAside.PutBackAsync(connection, CancellationToken.None);
            throw;
        }

        await SchemaSetup.ExecuteAsync(connection, "ANALYZE", cancellationToken);
    }

    // Both or neither: what is still set aside says that the restore has not ended.
    private static async Task EndAsync(NpgsqlConnection connection, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SchemaSetup.RenewEpochAsync(connection, time, cancellationToken);
        await SetAside.DropAsync(connection, cancellationToken);

        // Not called back any more: half-cancelled, nobody would know which of the two cities is there.
        await transaction.CommitAsync(CancellationToken.None);
    }

    // What is there gets other names, and its names back when the restore fails; what an earlier restore left is looked after first.
    private static async Task SetAsideAsync(NpgsqlConnection connection, bool overwrite, ILogger logger, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SetAside.MakeGoodAsync(connection, logger, cancellationToken);
        if (!overwrite && await HoldsSomethingAsync(connection, cancellationToken))
        {
            throw new StoreException(StoreProblem.NotEmpty, "The database already holds a store: restoring would overwrite it.");
        }

        await SchemaSetup.EnsurePostGisAsync(connection, logger, cancellationToken);
        await SetAside.MakeAsync(connection, cancellationToken);
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
}
