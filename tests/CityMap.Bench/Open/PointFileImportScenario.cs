using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;

namespace CityMap.Bench.Open;

/// <summary>A million points of a CSV file into the embedded store, over HTTP, against ogr2ogr to a GeoPackage.</summary>
internal sealed class PointFileImportScenario : Scenario
{
    private const int Rows = 1_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-points-").FullName;
    private BenchServer? _server;

    private string Csv => Path.Combine(_folder, "points.csv");

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } = [new("import_points_geopackage", "x", FigureKind.Time, 0.7, "ogr2ogr to GeoPackage, with its spatial index") { Group = "open" }];

    /// <inheritdoc/>
    public override string? Missing => Programs.Find("ogr2ogr") is null ? "ogr2ogr is missing: apt-get install gdal-bin." : null;

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await PointFile.WriteCsvAsync(Csv, Rows, cancellationToken);
        _server = await BenchServer.StartAsync(postGis: false, ServerProgram.Path, cancellationToken);
        await Importing.RunAsync(_server.Address, Csv, "layer=warm", cancellationToken);
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

        return new Dictionary<string, Measure> { ["import_points_geopackage"] = new(ours, theirs) };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<double> OursAsync(string layer, CancellationToken cancellationToken)
    {
        var (seconds, stored) = await Importing.RunAsync(_server!.Address, Csv, $"layer={layer}", cancellationToken);
        return stored[layer] == Rows ? seconds : throw new InvalidOperationException($"{stored[layer]} rows were stored.");
    }

    private Task<double> TheirsAsync(CancellationToken cancellationToken)
    {
        var target = Path.Combine(_folder, "theirs.gpkg");
        File.Delete(target);
        return Programs.SecondsAsync(
            "ogr2ogr",
            [
                "-f", "GPKG", target, Csv, "-nln", "points", "-a_srs", "EPSG:4326",
                "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-oo", "KEEP_GEOM_COLUMNS=NO", "-oo", "AUTODETECT_TYPE=YES",
            ],
            null,
            cancellationToken);
    }
}
