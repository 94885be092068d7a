using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;
using CityMap.Geo.Demo;

namespace CityMap.Bench.Consoles;

/// <summary>The search of the console on a whole city: every text somebody typing a few things sends, one after the other.</summary>
internal sealed class SearchScenario : Scenario
{
    private const int Incidents = 21_000;
    private const string Rest = "&lang=vi&limit=14&bbox=106.70,21.82,106.82,21.89";

    // As a hurried hand types them: without diacritics, streets, places, facilities, districts, troubles, and a coordinate.
    private static readonly string[] _wanted =
    [
        "tran hung dao", "le loi", "nguyen du", "ba trieu", "hung vuong", "cho ky lua", "dong kinh", "phuong tam thanh", "luong van tri",
        "benh vien da khoa", "tram y te", "truong tieu hoc", "mam non", "uy ban nhan dan", "tram bien ap", "tru nuoc chua chay", "camera",
        "den duong khong sang", "ngap nuoc", "ong nuoc vo", "cay do", "rac thai", "o ga", "mat dien", "21.853, 106.761", "khong co gi ten nhu vay",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-search-").FullName;
    private ServerProcess? _server;
    private HttpClient? _client;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("search_median", "ms", FigureKind.Cost, 50, "none") { Group = "console" },
        new("search_p95", "ms", FigureKind.Cost, 50, "none") { Group = "console" },
    ];

    /// <summary>What is sent while they are typed: the box asks from two letters on.</summary>
    private static IEnumerable<string> Typed => _wanted.SelectMany(text => Enumerable.Range(2, text.Length - 1).Select(length => text[..length].Trim()).Distinct());

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await PilotStore.MakeAsync(_folder, layers: true, Incidents, cancellationToken, DemoSize.City);
        _server = await ServerProcess.StartAsync(_folder, null, cancellationToken, ServerProgram.Path);
        _client = new HttpClient { BaseAddress = _server.Address };
        var complete = false;
        for (; !complete; await Task.Delay(100, cancellationToken)) complete = (await FindAsync("ho", cancellationToken)).Complete;
        foreach (var text in _wanted) await FindAsync(text, cancellationToken);
        var found = (await FindAsync("tran", cancellationToken)).Groups;
        if (found == 0) throw new InvalidOperationException("The search finds nothing in the whole city.");
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        foreach (var text in Typed)
        {
            var begun = Stopwatch.GetTimestamp();
            await FindAsync(text, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        return new Dictionary<string, Measure>
        {
            ["search_median"] = new(times[times.Count / 2]),
            ["search_p95"] = new(times[(int)Math.Ceiling(times.Count * 0.95) - 1]),
        };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(bool Complete, int Groups)> FindAsync(string text, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/api/search?q={Uri.EscapeDataString(text)}{Rest}");
        using var answer = JsonDocument.Parse(await _client!.GetByteArrayAsync(address, cancellationToken));
        var page = answer.RootElement;
        return (page.GetProperty("complete").GetBoolean(), page.GetProperty("groups").GetArrayLength());
    }
}
