using System.Globalization;
using System.Text.Json;
using CityMap.Bench.Figures;

namespace CityMap.Bench;

/// <summary>The command line of the bench: <c>[--only NAME,…|walk] [--json FILE] [--rounds N]</c> or <c>--list</c>.</summary>
internal static class BenchRun
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Runs what is asked for and prints a line per figure.</summary>
    /// <returns>0 when every goal is met, 1 when one is not, 2 when the command cannot be understood or a scenario cannot run.</returns>
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<Func<Scenario>> makers)
    {
        if (args is ["--list"]) return await ListAsync(makers);
        var (only, file, rounds, wrong) = Parse(args);
        if (wrong is not null) return Fail(wrong);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        var results = new List<FigureResult>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var make in makers)
        {
            await using var scenario = make();
            known.UnionWith(scenario.Figures.SelectMany(f => new[] { f.Name, f.Group }));
            var wanted = scenario.Figures.Where(f => only.Count == 0 || only.Contains(f.Name) || only.Contains(f.Group)).ToList();
            if (wanted.Count == 0) continue;
            if (scenario.Missing is { } missing) return Fail(missing);
            foreach (var result in await MeasureAsync(scenario, wanted, rounds, stop.Token))
            {
                results.Add(result);
                Console.WriteLine(Line(result));
            }
        }

        if (only.Except(known).FirstOrDefault() is { } unknown) return Fail($"There is no figure {unknown}.");
        if (file is not null) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(results, _json), stop.Token);
        return results.TrueForAll(r => r.Met) ? 0 : 1;
    }

    private static async Task<int> ListAsync(IReadOnlyList<Func<Scenario>> makers)
    {
        foreach (var make in makers)
        {
            await using var scenario = make();
            foreach (var f in scenario.Figures)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{f.Name,-22} {f.Group,-6} goal {(f.HigherIsBetter ? "≥" : "≤")} {f.Goal:0.###} {f.Unit}  ({f.Against})"));
            }
        }

        return 0;
    }

    private static async Task<IReadOnlyList<FigureResult>> MeasureAsync(
        Scenario scenario, List<Figure> wanted, int rounds, CancellationToken cancellationToken)
    {
        await scenario.PrepareAsync(cancellationToken);
        var measured = wanted.ToDictionary(f => f.Name, _ => new List<Measure>());
        for (var round = 0; round < rounds; round++)
        {
            var measures = await scenario.RoundAsync(round, cancellationToken);
            foreach (var figure in wanted) measured[figure.Name].Add(measures[figure.Name]);
        }

        return [.. wanted.Select(f => FigureResult.Of(f, measured[f.Name]))];
    }

    private static string Line(FigureResult r) => string.Create(
        CultureInfo.InvariantCulture,
        $"{r.Name,-22} {r.Value,12:0.###} {(r.Unit == "x" ? "" : r.Unit),-3} reference {r.Reference,12:0.###}  ratio {r.Ratio,8:0.###}  goal {(r.Better == "higher" ? "≥" : "≤")} {r.Goal:0.###} {r.Unit}  {(r.Met ? "met" : "NOT MET")}  ({r.Against})");

    private static (HashSet<string> Only, string? File, int Rounds, string? Wrong) Parse(string[] args)
    {
        var (only, file, rounds) = (new HashSet<string>(StringComparer.Ordinal), (string?)null, 3);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return (only, file, rounds, $"{args[i]} needs a value.");
            switch (args[i])
            {
                case "--only": only.UnionWith(args[i + 1].Split(',', StringSplitOptions.RemoveEmptyEntries)); break;
                case "--json": file = args[i + 1]; break;
                case "--rounds" when int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out rounds) && rounds > 0: break;
                default: return (only, file, rounds, $"The bench does not know {args[i]} {args[i + 1]}.");
            }
        }

        return (only, file, rounds, null);
    }

    private static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }
}
