using System.Globalization;
using CityMap.Server.Hosting;
using CityMap.Server.Live;
using Microsoft.Extensions.DependencyInjection;

namespace CityMap.Bench.Start;

/// <summary>The program in this process, whose garbage collector is the workstation's: says what it holds after a compacting collection.</summary>
internal static class MemoryServer
{
    /// <summary>The hidden command that starts it; followed by the data folder.</summary>
    public const string Command = "memory-server";

    /// <summary>Runs until standard input ends.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        var options = new ServerOptions { DataFolder = args[0], Port = 0 };
        return await ServerRun.RunAsync(
            options,
            async (app, cancellationToken) =>
            {
                var feed = app.Services.GetRequiredService<LiveFeed>();
                await feed.Started.WaitAsync(cancellationToken);
                await app.Services.GetRequiredService<LiveLayers>().Loaded.WaitAsync(cancellationToken);
                _ = AnswerAsync(app.Services.GetRequiredService<Readiness>().WhenReady, stop);
            },
            stop.Token);
    }

    private static async Task AnswerAsync(Task ready, CancellationTokenSource stop)
    {
        // On a thread of its own, once the start is over: what lies on the stack of the start is held by it.
        await ready;
        await Task.Factory.StartNew(static () => { }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Twice: what finalizers let go is collected by the second.
            for (var i = 0; i < 2; i++)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resident {Environment.WorkingSet}"));
        }

        await stop.CancelAsync();
    }
}
