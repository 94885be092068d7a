using CityMap.Geo.PostGis.Backup;
using CityMap.Geo.PostGis.Connections;
using Npgsql;

namespace CityMap.Geo.PostGis.Schema;

/// <summary>The tables by which nodes find each other (Orleans' ADO.NET clustering), in a schema of their own beside the store.</summary>
public static class ClusterMembership
{
    /// <summary>Makes what is missing; may be called by every node at its start.</summary>
    /// <returns>The connection string for the clustering provider (invariant name <c>Npgsql</c>): it finds its tables by the search path.</returns>
    /// <exception cref="StoreException"><see cref="StoreProblem.Unavailable"/>.</exception>
    public static Task<string> EnsureAsync(string connectionString, CancellationToken cancellationToken) =>
        Database.Translated(MakeAsync(connectionString, cancellationToken));

    private static async Task<string> MakeAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = await DatabasePrograms.OpenAsync(connectionString, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var one = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext('citymap orleans'))", connection))
        {
            await one.ExecuteNonQueryAsync(cancellationToken);
        }

        await using (var make = new NpgsqlCommand(SqlFile.Read("orleans_clustering.sql"), connection))
        {
            await make.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = "citymap_orleans" }.ConnectionString;
    }
}
