using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;

namespace CityMap.Bench.Imports;

/// <summary>How long a report waits for its acknowledgement while 300,000 rows are imported into a layer of the same store: p99.9.</summary>
internal sealed class ImportAckScenario(bool postGis) : Scenario
{
    private const int Rows = 300_000;
    private const int Callers = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private BenchServer? _server;
    private byte[] _file = [];

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } =
        [new(Name(postGis), "ms", FigureKind.Cost, 250, "none; p99.9 of reports during an import of 300,000 rows") { Group = "import" }];

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _server = await BenchServer.StartAsync(postGis, ServerProgram.Path, cancellationToken);
        _file = Csv();
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = _server!.Address, Timeout = TimeSpan.FromMinutes(5) };
        var reporter = new Reporter(client, Pause);
        await reporter.ReportAsync(TimeSpan.FromSeconds(1), cancellationToken);
        reporter.Milliseconds.Clear();

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reporting = Enumerable.Range(0, Callers).Select(_ => reporter.ReportAsync(Timeout.InfiniteTimeSpan, over.Token)).ToList();
        var content = new ByteArrayContent(_file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await client.PostAsync("/api/imports?layer=poles&mode=replace", content, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.Contains("\"stored\":true", StringComparison.Ordinal)) throw new InvalidOperationException("The rows were not imported: " + answer);
        await over.CancelAsync();
        await Task.WhenAll(reporting);

        double[] sorted = [.. reporter.Milliseconds.Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {Name(postGis)}: {sorted.Length} reports, p50 {At(sorted, 0.5):0.#}, p99 {At(sorted, 0.99):0.#}, p99.9 {At(sorted, 0.999):0.#}, maximum {sorted[^1]:0.#} ms"));
        return new Dictionary<string, Measure> { [Name(postGis)] = new(At(sorted, 0.999)) };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    private static string Name(bool postGis) => postGis ? "import_ack_postgis" : "import_ack_geopackage";

    private static double At(double[] sorted, double part) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];

    private static byte[] Csv()
    {
        var random = new Random(5);
        var text = new StringBuilder("lon,lat,name,kind,height\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{106.55 + (random.NextDouble() * 0.4):0.######},{21.65 + (random.NextDouble() * 0.4):0.######},Cột đèn {i},{(i % 3 == 0 ? "thép" : "bê tông")},{6 + (i % 5)}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
