using System.Diagnostics;
using System.Globalization;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Server.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CityMap.Bench.Fanout;

/// <summary>
/// The server of the fan-out, in its own process so that its processor time is its own. It speaks through standard streams: says where
/// it listens; takes <c>clients</c>, <c>run RATE SECONDS</c> and <c>processor</c>, answering with a number; and ends when its input does.
/// </summary>
internal static class FanoutServer
{
    /// <summary>The hidden command that starts it; followed by <c>log</c> or <c>each</c>.</summary>
    public const string Command = "fanout-server";

    /// <summary>Runs until standard input ends.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var reference = args[0] == "each" ? new FanoutReference(new()) : null;
        var store = new FanoutStore();
        await using var app = Build(reference, store);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        var random = new Random(1);
        Action<Commit> commit = reference is null ? Feed(app) : reference.Committed;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            object answer = words[0] switch
            {
                "clients" => reference?.Clients ?? app.Services.GetRequiredService<FeedPump>().Clients,
                "processor" => ProcessorSeconds(),
                _ => await ProduceAsync(int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture)),
            };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer}"));
        }

        return 0;

        async Task<int> ProduceAsync(int rate, int seconds)
        {
            var clock = Stopwatch.StartNew();
            var sent = 0;
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
            while (sent < rate * seconds && await timer.WaitForNextTickAsync())
            {
                // One commit at a time, evenly: what a late timer owes is made up at once.
                for (var due = Math.Min(rate * seconds, clock.Elapsed.TotalSeconds * rate); sent < due; sent++)
                {
                    commit(FanoutCity.Commit(store.Next(), random));
                }
            }

            return sent;
        }
    }

    private static double ProcessorSeconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static WebApplication Build(FanoutReference? reference, FanoutStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IStore>(store).AddSingleton(TimeProvider.System);
        if (reference is null) builder.Services.AddCityMapLive(_ => new FeedShapes());
        var app = builder.Build();
        if (reference is null) app.MapLiveApi();
        else reference.Map(app);
        return app;
    }

    private static Action<Commit> Feed(WebApplication app)
    {
        var feed = app.Services.GetRequiredService<LiveFeed>();
        return commit => feed.Committed([commit]);
    }
}
