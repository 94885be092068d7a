using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;
using CityMap.Geo.Formats.Pbf;
using Npgsql;

namespace CityMap.Bench.Open;

/// <summary>
/// OpenStreetMap of eight cities into PostGIS, over HTTP, against osm2pgsql with a style that makes the same objects, into the same database. osm2pgsql refuses
/// a file in which an object stands twice: of the 27 that do, both get the newest.
/// </summary>
internal sealed class PbfImportScenario : Scenario
{
    private static readonly string _file = Path.Combine(TestData.Folder, "osm", "merged-real-8cities.osm.pbf");

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-pbf-").FullName;
    private BenchServer? _server;

    private string Style => Path.Combine(_folder, "style.lua");

    private string Once => Path.Combine(_folder, "cities.osm.pbf");

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } = [new("import_pbf", "x", FigureKind.Time, 1, "osm2pgsql, flex output, same objects and indexes") { Group = "open" }];

    /// <inheritdoc/>
    public override string? Missing =>
        Programs.Find("osm2pgsql") is null ? "osm2pgsql is missing: apt-get install osm2pgsql."
        : Programs.Find("osmium") is null ? "osmium is missing: apt-get install osmium-tool."
        : !File.Exists(_file) ? $"{_file} is missing: set CITYMAP_TESTDATA to the folder of real data."
        : null;

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await Programs.SecondsAsync("osmium", ["time-filter", _file, "-o", Once], null, cancellationToken);
        await File.WriteAllTextAsync(Style, FlexStyle.Of(OsmRules.Default), cancellationToken);
        _server = await BenchServer.StartAsync(postGis: true, ServerProgram.Path, cancellationToken);
        await OursAsync("warm", cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var (ours, theirs) = (0d, 0d);
        IReadOnlyDictionary<string, long> stored = new Dictionary<string, long>();
        var name = $"osm{round}";
        foreach (var us in round % 2 == 1 ? new[] { false, true } : [true, false])
        {
            if (us) (ours, stored) = await OursAsync(name, cancellationToken);
            else theirs = await TheirsAsync(cancellationToken);
        }

        await CompareAsync(name, stored, cancellationToken);
        return new Dictionary<string, Measure> { ["import_pbf"] = new(ours, theirs) };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<(double Seconds, IReadOnlyDictionary<string, long> Stored)> OursAsync(string name, CancellationToken cancellationToken) =>
        Importing.RunAsync(_server!.Address, Once, $"layer={name}&acceptPartial=true", cancellationToken);

    private async Task<double> TheirsAsync(CancellationToken cancellationToken)
    {
        var database = new NpgsqlConnectionStringBuilder(_server!.ConnectionString);
        await Programs.SqlAsync(
            _server.ConnectionString, $"DROP SCHEMA IF EXISTS {FlexStyle.Schema} CASCADE; CREATE SCHEMA {FlexStyle.Schema}", cancellationToken);
        var at = $"host={database.Host} port={database.Port} user={database.Username} dbname={database.Database}";
        return await Programs.SecondsAsync("osm2pgsql", ["-d", at, "-c", "-O", "flex", "-S", Style, Once], database.Password, cancellationToken);
    }

    // Either may refuse an area that the other mends or takes; all else is the same.
    private async Task CompareAsync(string name, IReadOnlyDictionary<string, long> stored, CancellationToken cancellationToken)
    {
        foreach (var (layer, count) in stored)
        {
            var table = layer[(name.Length + 1)..];
            var theirs = (long)(await Programs.SqlAsync(_server!.ConnectionString, $"SELECT count(*) FROM {FlexStyle.Schema}.{table}", cancellationToken))!;
            if (Math.Abs(count - theirs) > 1 + (theirs / 200)) throw new InvalidOperationException($"{layer}: {count} objects, osm2pgsql makes {theirs}.");
            if (count != theirs) Console.WriteLine($"  {table}: {count} objects, osm2pgsql {theirs}");
        }
    }
}
