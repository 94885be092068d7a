using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace CityMap.Bench.Reports;

/// <summary>pgbench with one durable insert per transaction, of the row and the indexes an incident has.</summary>
internal sealed partial class PgBench
{
    private const string Script =
        """
        \set n random(1, 1000000000)
        \set x random(0, 1000000)
        \set y random(0, 1000000)
        INSERT INTO bench.incidents (id, geom, type, title, description, severity, state, district, address, acknowledged, exercise,
            occurred_at, recorded_at, updated_at, due_at, version, open)
        VALUES (gen_random_uuid()::text, ST_SetSRID(ST_MakePoint(106.55 + 0.4 * :x / 1000000, 21.65 + 0.4 * :y / 1000000), 4326),
            'LIGHT', 'Đèn đường hỏng ở ngõ ' || :n, 'Ba bóng tắt từ tối qua, đường tối', 1 + :n % 5, 'New', '00007@2025', 'Xã 7', false, false,
            now(), now(), now(), now() + interval '3 days', 1, true);
        """;

    private readonly string _folder;
    private readonly NpgsqlConnectionStringBuilder _connection;

    private PgBench(string folder, NpgsqlConnectionStringBuilder connection) => (_folder, _connection) = (folder, connection);

    /// <summary>The program, or null when it is not installed.</summary>
    public static string? Find() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(v => Path.Combine(v, "bin", "pgbench")).LastOrDefault(File.Exists)
        : null;

    /// <summary>Makes an empty table like the one of the layer incidents, with the same indexes.</summary>
    public static async Task<PgBench> PrepareAsync(string folder, string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "CREATE SCHEMA bench; CREATE TABLE bench.incidents (LIKE citymap.incidents INCLUDING ALL)", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "insert.sql"), Script, cancellationToken);
        return new PgBench(folder, new(connectionString));
    }

    /// <summary>Runs.</summary>
    /// <returns>
    /// Transactions per second over the last <paramref name="length"/> of the run. pgbench's time limit begins before it connects: where a new
    /// connection takes 30 ms, 256 of them take 8 s, and their first transactions fill every session's caches. Neither is what is compared.
    /// </returns>
    public async Task<double> RunAsync(int clients, TimeSpan length, CancellationToken cancellationToken)
    {
        var seconds = (int)length.TotalSeconds;
        var ahead = 4 + (clients / 12);
        var start = new ProcessStartInfo(Find()!,
        [
            "-n", "-M", "prepared", "-f", Path.Combine(_folder, "insert.sql"), "-c", clients.ToString(CultureInfo.InvariantCulture), "-j", "2",
            "-T", (seconds + ahead).ToString(CultureInfo.InvariantCulture), "-P", "1",
            "-h", _connection.Host!, "-p", _connection.Port.ToString(CultureInfo.InvariantCulture), "-U", _connection.Username!, _connection.Database!,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = _connection.Password;
        start.Environment["PGOPTIONS"] = "-c synchronous_commit=on";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var progress = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var rates = Rate().Matches(progress).Select(line => double.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        return process.ExitCode == 0 && rates.Count >= seconds
            ? rates.TakeLast(seconds).Average()
            : throw new InvalidOperationException($"pgbench measured {rates.Count} seconds of {seconds}: {await output}{progress}");
    }

    [GeneratedRegex(@"progress: [0-9.]+ s, ([0-9.]+) tps")]
    private static partial Regex Rate();
}
