using CityMap.Geo.PostGis.Schema;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CityMap.Geo.PostGis.Backup;

/// <summary>
/// The store that a restore puts under other names until the backup is in its place. For as long as it is there with its mark the restore has not
/// ended: whoever comes next puts it back.
/// </summary>
internal static class SetAside
{
    private const string Mark = "CityMap puts this back: the restore has not ended.";

    /// <summary>The schemas of a store.</summary>
    public static readonly IReadOnlyList<string> Schemas = ["citymap", "citymap_history", "citymap_static", "citymap_store"];

    /// <summary>Sets aside what is there.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.NotEmpty"/>: something is set aside already that is not ours to remove.</exception>
    public static async Task MakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await CountAsync(connection, "", cancellationToken) > 0)
        {
            throw new StoreException(
                StoreProblem.NotEmpty,
                $"The database also holds the city of an earlier restore, in the schemas {string.Join(", ", Schemas.Select(Aside))}: rename or drop them first.");
        }

        foreach (var schema in Schemas)
        {
            if (await SchemaSetup.ScalarAsync(connection, $"SELECT to_regnamespace('{schema}')::text", cancellationToken) is null) continue;
            await SchemaSetup.ExecuteAsync(
                connection, $"ALTER SCHEMA {schema} RENAME TO {Aside(schema)}; COMMENT ON SCHEMA {Aside(schema)} IS '{Mark}'", cancellationToken);
        }
    }

    /// <summary>Drops what was set aside: the restore has ended.</summary>
    public static Task DropAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        SchemaSetup.ExecuteAsync(connection, string.Concat(Schemas.Select(schema => $"DROP SCHEMA IF EXISTS {Aside(schema)} CASCADE;")), cancellationToken);

    /// <summary>Puts back what was set aside; what a restore has brought so far goes. One transaction.</summary>
    public static async Task PutBackAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var sql = string.Concat(Schemas.Select(schema => $"DROP SCHEMA IF EXISTS {schema} CASCADE;"));
        foreach (var schema in Schemas)
        {
            if (await SchemaSetup.ScalarAsync(connection, $"SELECT to_regnamespace('{Aside(schema)}')::text", cancellationToken) is null) continue;
            sql += $"ALTER SCHEMA {Aside(schema)} RENAME TO {schema}; COMMENT ON SCHEMA {schema} IS NULL;";
        }

        await SchemaSetup.ExecuteAsync(connection, sql, cancellationToken);
    }

    /// <summary>Puts a store back whose restore was broken off; anything else stays as it is.</summary>
    public static async Task MakeGoodAsync(NpgsqlConnection connection, ILogger logger, CancellationToken cancellationToken)
    {
        // Without the mark it is from a program before the mark: then only when nothing else has taken its place.
        var broken = await CountAsync(connection, $"AND obj_description(oid, 'pg_namespace') = '{Mark}'", cancellationToken) > 0
            || (await HasStoreAsync(connection, Aside("citymap_store"), cancellationToken) && !await HasStoreAsync(connection, "citymap_store", cancellationToken));
        if (!broken) return;
        await PutBackAsync(connection, cancellationToken);
        LogMessages.StorePutBack(logger);
    }

    private static async Task<bool> HasStoreAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken) =>
        await SchemaSetup.ScalarAsync(connection, $"SELECT to_regclass('{schema}.meta')::text", cancellationToken) is not null;

    private static async Task<long> CountAsync(NpgsqlConnection connection, string and, CancellationToken cancellationToken) =>
        (long)(await SchemaSetup.ScalarAsync(
            connection,
            $"SELECT count(*) FROM pg_namespace WHERE nspname IN ({string.Join(", ", Schemas.Select(schema => $"'{Aside(schema)}'"))}) {and}",
            cancellationToken))!;

    private static string Aside(string schema) => schema + "_before_restore";
}
