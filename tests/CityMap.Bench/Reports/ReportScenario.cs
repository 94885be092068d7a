using CityMap.Bench.Figures;
using CityMap.Bench.Start;
using CityMap.Geo;
using Npgsql;

namespace CityMap.Bench.Reports;

/// <summary>
/// Reports over HTTP – validated, looked up in 65 districts, journalled with their history – against pgbench that inserts the same row with
/// the same indexes into the same PostgreSQL, synchronous_commit on.
/// </summary>
internal sealed class ReportScenario : Scenario
{
    // Long enough for the server's compiler to have seen and compiled again what is busy.
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);
    private BenchServer? _server;
    private PgBench? _reference;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("reports_c32", "x", FigureKind.Rate, 1.2, "reports/s, pgbench -M prepared -c 32, one insert of the same row"),
        new("reports_c256", "x", FigureKind.Rate, 2.0, "reports/s, pgbench -M prepared -c 256, one insert of the same row"),
    ];

    /// <inheritdoc/>
    public override string? Missing => !OperatingSystem.IsLinux() ? "The load needs Linux."
        : PgBench.Find() is null ? "pgbench is missing: install the distribution's postgresql package." : null;

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _server = await BenchServer.StartAsync(postGis: true, ServerProgram.Path, cancellationToken);
        await AllowManyAsync(cancellationToken);
        _reference = await PgBench.PrepareAsync(_server.Folder, _server.ConnectionString, cancellationToken);
        await RunOursAsync(256, Warmup, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var measures = new Dictionary<string, Measure>();
        foreach (var clients in new[] { 32, 256 })
        {
            double ours = 0;
            if (round % 2 == 0) ours = await RunOursAsync(clients, Length, cancellationToken);
            var reference = await _reference!.RunAsync(clients, Length, cancellationToken);
            if (round % 2 != 0) ours = await RunOursAsync(clients, Length, cancellationToken);
            measures[$"reports_c{clients}"] = new(ours, reference);
        }

        return measures;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    private Task<double> RunOursAsync(int clients, TimeSpan length, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(
            () =>
            {
                using var load = new ReportLoad(_server!.Address, clients);
                return load.Run(length, cancellationToken);
            },
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    // 256 connections of pgbench, and those of the server.
    private async Task AllowManyAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_server!.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SHOW max_connections", connection);
        var most = int.Parse((string)(await command.ExecuteScalarAsync(cancellationToken))!, System.Globalization.CultureInfo.InvariantCulture);
        if (most < 300) throw new StoreException(StoreProblem.Unavailable, $"The private PostgreSQL takes {most} connections; the bench needs 300.");
    }
}
