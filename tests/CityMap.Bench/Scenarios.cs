using CityMap.Bench.Consoles;
using CityMap.Bench.Fanout;
using CityMap.Bench.Figures;
using CityMap.Bench.Geo;
using CityMap.Bench.Imports;
using CityMap.Bench.Open;
using CityMap.Bench.Paper;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;
using CityMap.Bench.Tiles;

namespace CityMap.Bench;

/// <summary>Every scenario there is. A figure's name is unique among them.</summary>
internal static class Scenarios
{
    /// <summary>One maker per scenario, in the order they run.</summary>
    public static IReadOnlyList<Func<Scenario>> All { get; } =
    [
        () => new PointScenario(),
        () => new DistrictScenario(),
        () => new TileScenario(),
        () => new FanoutScenario(),
        () => new ReportScenario(),
        () => new ImportAckScenario(postGis: false),
        () => new ImportAckScenario(postGis: true),
        () => new FirstTileScenario(),
        () => new MemoryScenario(),
        () => new PaperScenario(),
        () => new DrawScenario(),
        () => new ConsoleScenario(),
        () => new FilterScenario(),
        () => new SearchScenario(),
        () => new HeapScenario(),
        () => new PointImportScenario(),
        () => new PointFileImportScenario(),
        () => new PbfImportScenario(),
        () => new ImportMemoryScenario(),
        () => new ItemsScenario(postGis: true),
        () => new ItemsScenario(postGis: false),
        () => new Cql2Scenario(),
    ];
}
