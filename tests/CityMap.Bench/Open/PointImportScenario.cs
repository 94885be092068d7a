using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;
using Npgsql;

namespace CityMap.Bench.Open;

/// <summary>A million points of a CSV file into PostGIS, over HTTP, against <c>psql \copy</c> of the same rows into a table with the same columns and indexes.</summary>
internal sealed class PointImportScenario : Scenario
{
    private const int Rows = 1_000_000;
    private const string Table = "bench_points";

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-points-").FullName;
    private BenchServer? _server;

    private string Csv => Path.Combine(_folder, "points.csv");

    private string Copy => Path.Combine(_folder, "copy.csv");

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } = [new("import_points", "x", FigureKind.Time, 1, @"psql \copy of the same rows, same indexes") { Group = "open" }];

    /// <inheritdoc/>
    public override string? Missing => Programs.Find("psql") is null ? "psql is missing: apt-get install postgresql-client." : null;

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await PointFile.WriteCsvAsync(Csv, Rows, cancellationToken);
        await PointFile.WriteCopyAsync(Copy, Rows, cancellationToken);
        _server = await BenchServer.StartAsync(postGis: true, ServerProgram.Path, cancellationToken);

        // The program has imported before: what is compared is the work, not the first use of it. Its table is the model of the other's.
        await OursAsync("warm", cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var (ours, theirs) = (0d, 0d);
        foreach (var us in round % 2 == 1 ? new[] { false, true } : [true, false])
        {
            if (us) ours = await OursAsync($"points_{round}", cancellationToken);
            else theirs = await TheirsAsync(cancellationToken);
        }

        await CompareAsync($"points_{round}", cancellationToken);
        return new Dictionary<string, Measure> { ["import_points"] = new(ours, theirs) };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<double> OursAsync(string layer, CancellationToken cancellationToken) =>
        (await Importing.RunAsync(_server!.Address, Csv, $"layer={layer}", cancellationToken)).Seconds;

    private async Task<double> TheirsAsync(CancellationToken cancellationToken)
    {
        var database = new NpgsqlConnectionStringBuilder(_server!.ConnectionString);
        await Programs.SqlAsync(
            _server.ConnectionString,
            $"DROP TABLE IF EXISTS {Table}; CREATE TABLE {Table} (LIKE citymap_static.warm INCLUDING ALL); ALTER TABLE {Table} ALTER generation SET DEFAULT 1",
            cancellationToken);
        return await Programs.SecondsAsync(
            "psql",
            [.. Programs.At(database), "-q", "-v", "ON_ERROR_STOP=1", "-c", $@"\copy {Table} (id, geom, name, kind, height, checked_at) from '{Copy}' csv header"],
            database.Password,
            cancellationToken);
    }

    private async Task CompareAsync(string layer, CancellationToken cancellationToken)
    {
        var different = (long)(await Programs.SqlAsync(
            _server!.ConnectionString,
            $"SELECT count(*) FROM citymap.{layer} a FULL JOIN {Table} b ON b.id = a.id AND ST_AsBinary(a.geom) = ST_AsBinary(b.geom) AND (a.name, a.kind, a.height, a.checked_at) = (b.name, b.kind, b.height, b.checked_at) WHERE a.id IS NULL OR b.id IS NULL",
            cancellationToken))!;
        if (different > 0) throw new InvalidOperationException($"{different} rows differ.");
    }
}
