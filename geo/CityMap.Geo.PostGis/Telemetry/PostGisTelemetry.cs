using CityMap.Geo.Journal;
using CityMap.Geo.PostGis.Connections;
using CityMap.Geo.PostGis.Layers;
using CityMap.Geo.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CityMap.Geo.PostGis.Telemetry;

/// <summary>Measurements in a table of their own.</summary>
internal sealed class PostGisTelemetry(Database database) : ITelemetry
{
    /// <inheritdoc/>
    public async Task AppendAsync(IReadOnlyList<Reading> readings, CancellationToken cancellationToken)
    {
        foreach (var reading in readings)
        {
            var problem = ValueRules.FindTextProblem(reading.Source) ?? ValueRules.FindTextProblem(reading.Quantity)
                ?? (double.IsFinite(reading.Value) ? null : "has a value that is not finite");
            if (problem is not null) throw new StoreException(StoreProblem.BadFeature, $"A reading {problem}.");
        }

        // One statement may not touch a row twice: the last of several readings at one time counts.
        var last = readings
            .GroupBy(r => (r.Source, r.Quantity, At: Columns.Instant(r.At)))
            .OrderBy(g => g.Key.Source, StringComparer.Ordinal).ThenBy(g => g.Key.Quantity, StringComparer.Ordinal).ThenBy(g => g.Key.At)
            .Select(g => g.Last())
            .ToList();
        if (last.Count == 0) return;
        await Database.RunAsync(
            database.Builders,
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(
                    """
                    INSERT INTO citymap_store.readings (source, quantity, at, value)
                    SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::double precision[])
                    ON CONFLICT (source, quantity, at) DO UPDATE SET value = EXCLUDED.value
                    """,
                    connection);
                command.Parameters.Add(Columns.Array(NpgsqlDbType.Text, last.Select(r => r.Source).ToArray()));
                command.Parameters.Add(Columns.Array(NpgsqlDbType.Text, last.Select(r => r.Quantity).ToArray()));
                command.Parameters.Add(Columns.Array(NpgsqlDbType.TimestampTz, last.Select(r => Columns.Instant(r.At)).ToArray()));
                command.Parameters.Add(Columns.Array(NpgsqlDbType.Double, last.Select(r => r.Value).ToArray()));
                return await command.ExecuteNonQueryAsync(token);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Reading>> ReadAsync(
        string source, string? quantity, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        Database.RunAsync<IReadOnlyList<Reading>>(
            database.Readers,
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(
                    $"""
                    SELECT quantity, at, value FROM citymap_store.readings
                    WHERE source = $1 AND at >= $2 AND at < $3 {(quantity is null ? "" : "AND quantity = $5")}
                    ORDER BY at DESC, quantity DESC LIMIT $4
                    """,
                    connection);
                command.Parameters.Add(new() { Value = source });
                command.Parameters.Add(new() { Value = Columns.Instant(from) });
                command.Parameters.Add(new() { Value = Columns.Instant(to) });
                command.Parameters.Add(new() { Value = limit });
                if (quantity is not null) command.Parameters.Add(new() { Value = quantity });
                var readings = new List<Reading>();
                await using var reader = await command.ExecuteReaderAsync(token);
                while (await reader.ReadAsync(token))
                {
                    readings.Add(new(source, reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetDouble(2)));
                }

                readings.Reverse();
                return readings;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<long> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => Database.RunAsync(
        database.Builders,
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand("DELETE FROM citymap_store.readings WHERE at < $1", connection);
            command.Parameters.Add(new() { Value = Columns.Instant(before) });
            return (long)await command.ExecuteNonQueryAsync(token);
        },
        cancellationToken);
}
