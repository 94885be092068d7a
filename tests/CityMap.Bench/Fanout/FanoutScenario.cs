using System.Diagnostics;
using System.Globalization;
using CityMap.Bench.Figures;

namespace CityMap.Bench.Fanout;

/// <summary>
/// 1,000 listeners, half of them with a box, 500 events a second: processor time of the server against one that flushes per event, and
/// the time from the commit to the listener.
/// </summary>
internal sealed class FanoutScenario : Scenario
{
    private const int Listeners = 1_000;
    private const int Rate = 500;
    private const int WarmUpSeconds = 6;
    private const int Seconds = 8;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("fanout_cpu", "x", FigureKind.Cost, 0.6, "cores, a queue per client and a flush per event"),
        new("fanout_p99", "ms", FigureKind.Cost, 50, "a queue per client and a flush per event"),
    ];

    /// <inheritdoc/>
    public override string? Missing => OperatingSystem.IsLinux() ? null : "The fan-out's listeners need Linux.";

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var first = await RunAsync(round % 2 == 0 ? "log" : "each", cancellationToken);
        var second = await RunAsync(round % 2 == 0 ? "each" : "log", cancellationToken);
        var (ours, reference) = round % 2 == 0 ? (first, second) : (second, first);
        return new Dictionary<string, Measure>
        {
            ["fanout_cpu"] = new(ours.Cores, reference.Cores),
            ["fanout_p99"] = new(ours.P99, reference.P99),
        };
    }

    private static async Task<(double Cores, double P99)> RunAsync(string mode, CancellationToken cancellationToken)
    {
        using var server = Start(mode);
        try
        {
            var address = new Uri((await server.StandardOutput.ReadLineAsync(cancellationToken))!);
            using var listeners = new FanoutListeners();
            listeners.Connect(address, Listeners);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var reading = Task.Factory.StartNew(() => listeners.Read(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            while (await AskAsync("clients") != Listeners.ToString(CultureInfo.InvariantCulture)) await Task.Delay(20, cancellationToken);

            // Until the compiler has done its part: it works beside the first ten thousand calls of either.
            await AskAsync($"run {Rate} {WarmUpSeconds}");
            listeners.Since = Stopwatch.GetTimestamp();
            var before = await ProcessorAsync();
            await AskAsync($"run {Rate} {Seconds}");
            while (!reading.IsCompleted && listeners.HeardByAll.Any(heard => heard < Rate * Seconds)) await Task.Delay(20, cancellationToken);

            // Until everything is delivered: work put off is still work.
            var used = await ProcessorAsync() - before;
            await stop.CancelAsync();
            await reading;
            if (listeners.HeardByAll.Any(heard => heard != Rate * Seconds)) throw new InvalidOperationException("Somebody did not hear everything once.");
            return (used / Seconds, Percentile(listeners.Latencies, 0.99));
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync(CancellationToken.None);
        }

        async Task<double> ProcessorAsync() => double.Parse(await AskAsync("processor"), CultureInfo.InvariantCulture);

        async Task<string> AskAsync(string line)
        {
            await server.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
            return await server.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The server ended.");
        }
    }

    private static Process Start(string mode)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(FanoutScenario).Assembly.Location);
        start.ArgumentList.Add(FanoutServer.Command);
        start.ArgumentList.Add(mode);
        return Process.Start(start)!;
    }

    private static double Percentile(List<double> values, double share)
    {
        values.Sort();
        return values[(int)Math.Min(values.Count - 1, Math.Ceiling(values.Count * share))];
    }
}
