using System.Diagnostics;
using CityMap.Geo.GeoPackage;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Stores.Tests.Contract;

namespace CityMap.Stores.Tests.Crash;

/// <summary>
/// The child of a crash test: appends from four tasks as fast as it can while it imports, and writes each acknowledged sequence
/// number on a line of its own, until it is killed.
/// </summary>
internal static class AppendUntilKilled
{
    public const string Command = "append-until-killed";

    public static async Task<int> RunAsync(string kind, string address)
    {
        IStore store = kind switch
        {
            "geopackage" => await GeoPackageStore.OpenAsync(address, null, TimeProvider.System, CancellationToken.None),
            _ => throw new ArgumentException($"The store {kind} is not known.", nameof(kind)),
        };
        foreach (var layer in Sample.Layers) await store.Features.DefineLayerAsync(layer, CancellationToken.None);
        await Task.WhenAll([ImportAsync(store), .. Enumerable.Range(0, 4).Select(task => AppendAsync(store, task))]);
        return 0;
    }

    /// <summary>Starts the child and gives its standard output.</summary>
    public static Process Start(string kind, string address)
    {
        var program = Path.ChangeExtension(typeof(AppendUntilKilled).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        return Process.Start(new ProcessStartInfo(program, [Command, kind, address]) { RedirectStandardOutput = true })!;
    }

    private static async Task AppendAsync(IStore store, int task)
    {
        // A run after a kill goes on with ids of its own.
        var run = await store.Journal.HeadAsync(CancellationToken.None);
        for (var i = 0; ; i++)
        {
            var outcomes = await store.Journal.AppendAsync([Sample.Put(Sample.Report($"{run}-{task}-{i}"))], CancellationToken.None);
            var line = $"{((AppendOutcome.Committed)outcomes[0]).Entries[0].Sequence}\n";
            lock (Command) Console.Write(line);
        }
    }

    private static async Task ImportAsync(IStore store)
    {
        while (true)
        {
            await using var import = await store.Features.BeginImportAsync(Sample.Roads, ImportMode.Replace, CancellationToken.None);
            for (var i = 0; i < 5; i++)
            {
                await import.WriteAsync([.. Enumerable.Range(i * 500, 500).Select(n => Sample.Road($"{n}", "LINESTRING (0 0, 1 1)"))], CancellationToken.None);
            }

            await import.CommitAsync(Sample.Imported("roads"), CancellationToken.None);
        }
    }
}
