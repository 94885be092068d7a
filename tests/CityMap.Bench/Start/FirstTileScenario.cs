using System.Diagnostics;
using System.Net;
using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Geo.GeoPackage;
using CityMap.Geo.Layers;
using CityMap.Geo.Tiles;

namespace CityMap.Bench.Start;

/// <summary>From the start of the process to the first correct tile, on a pilot city that was there before.</summary>
internal sealed class FirstTileScenario : Scenario
{
    private const string Layer = "streets";
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-first-tile-").FullName;
    private TileAddress _tile;
    private byte[] _expected = [];

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } = [new("first_tile", "s", FigureKind.Time, 2.5, "none")];

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await PilotStore.MakeAsync(_folder, layers: true, 2_000, cancellationToken);
        await using var store = await GeoPackageStore.OpenAsync(PilotStore.File(_folder), null, TimeProvider.System, cancellationToken);
        var layer = (await store.Features.LayersAsync(cancellationToken)).Single(l => l.Id == Layer);
        _tile = TileAddress.Containing(new(106.7605, 21.8525), 14);
        var features = new List<Feature>();
        await foreach (var feature in store.Features.StreamAsync(
            new(Layer) { Within = _tile.BoundsWithMargin(0.02) }, null, cancellationToken)) features.Add(feature);
        _expected = VectorTileEncoder.Encode(_tile, layer, features.OrderBy(f => f.Id, StringComparer.Ordinal));
        if (_expected.Length < 100) throw new InvalidOperationException("The tile to wait for is empty.");
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var server = await ServerProcess.StartAsync(_folder, null, cancellationToken, ServerProgram.Path);
        using var http = new HttpClient { BaseAddress = server.Address };
        while (true)
        {
            using var answer = await http.GetAsync($"/tiles/{Layer}/{_tile}.mvt", cancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                if (!bytes.AsSpan().SequenceEqual(_expected)) throw new InvalidOperationException("The first tile is not the right one.");
                return new Dictionary<string, Measure> { ["first_tile"] = new(clock.Elapsed.TotalSeconds) };
            }

            await Task.Delay(5, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, true);
        return ValueTask.CompletedTask;
    }
}
