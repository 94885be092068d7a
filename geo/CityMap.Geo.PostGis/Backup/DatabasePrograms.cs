using System.Globalization;
using CityMap.Geo.PostGis.Cluster;
using Npgsql;

namespace CityMap.Geo.PostGis.Backup;

/// <summary>PostgreSQL's own programs, run on the database of a connection string.</summary>
internal static class DatabasePrograms
{
    private const int LeastSeconds = 20;

    /// <summary>Runs a program of the server's version or a later one.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.Unavailable"/>: they are not installed here.</exception>
    public static async Task<ProgramResult> RunAsync(
        string connectionString, string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var binaries = await FindAsync(connectionString, cancellationToken);

        // The password goes by the environment: arguments can be seen by every user of the machine.
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        return await Programs.RunDirectlyAsync(
            binaries[program],
            arguments,
            new Dictionary<string, string>
            {
                ["PGHOST"] = to.Host ?? "",
                ["PGPORT"] = to.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = to.Username ?? "",
                ["PGPASSWORD"] = to.Password ?? "",
                ["PGDATABASE"] = to.Database ?? "",
            },
            cancellationToken);
    }

    /// <summary>The programs of the server's version or a later one.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.Unavailable"/>: they are not installed here.</exception>
    public static async Task<PostgresBinaries> FindAsync(string connectionString, CancellationToken cancellationToken)
    {
        int major;
        await using (var connection = await OpenAsync(connectionString, cancellationToken)) major = connection.PostgreSqlVersion.Major;
        return PostgresBinaries.OfServer(major) ?? throw new StoreException(
            StoreProblem.Unavailable, $"The programs of PostgreSQL {major} are not installed here: apt-get install postgresql-client-{major}");
    }

    /// <summary>A connection of its own, outside every pool. It is waited for longer than in the middle of the work: a database that has just started is slow.</summary>
    public static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var patient = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        if (patient.Timeout is > 0 and < LeastSeconds) patient.Timeout = LeastSeconds;
        var connection = new NpgsqlConnection(patient.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
