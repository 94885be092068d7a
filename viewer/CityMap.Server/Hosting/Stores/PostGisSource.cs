using Npgsql;

namespace CityMap.Server.Hosting.Stores;

/// <summary>A connection to PostgreSQL as GDAL writes it.</summary>
internal static class PostGisSource
{
    /// <summary><c>PG:host=… port=… dbname=… user=… password=… schemas=citymap</c>: the layers, not how they are kept.</summary>
    /// <exception cref="UserErrorException">The connection string is none.</exception>
    public static string Of(string connectionString)
    {
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = new(connectionString);
        }
        catch (ArgumentException wrong)
        {
            throw new UserErrorException($"--db is not a connection string: {wrong.Message}", wrong);
        }

        (string Name, string? Value)[] named =
        [
            ("host", parts.Host), ("port", parts.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("dbname", parts.Database), ("user", parts.Username), ("password", parts.Password), ("schemas", "citymap"),
        ];
        return "PG:" + string.Join(' ', named.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Quoted(part.Value!)}"));
    }

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(" '\\") < 0
        ? value
        : $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
