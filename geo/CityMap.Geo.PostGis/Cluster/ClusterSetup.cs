using Npgsql;

namespace CityMap.Geo.PostGis.Cluster;

/// <summary>What only the superuser of a private cluster can do: the role, the database, the extension.</summary>
internal static class ClusterSetup
{
    /// <summary>The role the store connects as: it owns the database and nothing else.</summary>
    public const string Role = "citymap";

    /// <summary>The database of the store.</summary>
    public const string Database = "citymap";

    /// <summary>An empty database with PostGIS, from which others are made in a moment (a restore begins with one).</summary>
    public const string Template = "citymap_empty";

    /// <summary>Makes what is missing.</summary>
    public static async Task EnsureAsync(string maintenance, string template, string password, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(maintenance, cancellationToken);
        if (await ExistsAsync(connection, $"SELECT 1 FROM pg_database WHERE datname = '{Database}'", cancellationToken)) return;

        if (!await ExistsAsync(connection, $"SELECT 1 FROM pg_roles WHERE rolname = '{Role}'", cancellationToken))
        {
            // The password is hexadecimal, made by us: it needs no quoting.
            await ExecuteAsync(connection, $"CREATE ROLE {Role} LOGIN PASSWORD '{password}'", cancellationToken);
        }

        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {Template}", cancellationToken);
        await ExecuteAsync(connection, $"CREATE DATABASE {Template} OWNER {Role}", cancellationToken);
        await using (var inside = await OpenAsync(template, cancellationToken))
        {
            await ExecuteAsync(inside, $"CREATE EXTENSION postgis; GRANT INSERT ON spatial_ref_sys TO {Role}", cancellationToken);
        }

        await ExecuteAsync(connection, $"CREATE DATABASE {Database} OWNER {Role} TEMPLATE {Template}", cancellationToken);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
