using System.Diagnostics;
using System.Runtime.CompilerServices;
using CityMap.Geo.GeoPackage;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Geography;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;
using CityMap.Grains.Tests.Cluster;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CityMap.Grains.Tests.Incidents;

/// <summary>How fast reports are decided, placed and handed to a journal that keeps nothing. Run with <c>-explicit only</c>.</summary>
public sealed class IntakeThroughputTests
{
    private const int Callers = 64;
    private const int PerCaller = 2_000;

    [Fact(Explicit = true)]
    public async Task Reports_are_taken_in_at_twenty_thousand_a_second()
    {
        var folder = Directory.CreateTempSubdirectory("citymap-intake-").FullName;
        await using var file = await GeoPackageStore.OpenAsync(Path.Combine(folder, "city.gpkg"), null, TimeProvider.System, CancellationToken.None);
        await City.ImportDistrictsAsync(file);
        var store = new Forgetful(file);
        var geography = new CityGeography(store, NullLogger<CityGeography>.Instance);
        await geography.RefreshAsync(CancellationToken.None);
        await using var writer = new JournalWriter(
            store.Journal, [], Options.Create(new JournalWriterOptions()), TimeProvider.System, NullLogger<JournalWriter>.Instance);
        var intake = new IncidentIntake(writer, store, geography, Options.Create(new DeadlineOptions()), TimeProvider.System);

        foreach (var keyed in new[] { false, true })
        {
            await RunAsync(intake, keyed, PerCaller / 4);
            var best = 0.0;
            for (var round = 0; round < 3; round++) best = Math.Max(best, await RunAsync(intake, keyed, PerCaller));
            TestContext.Current.SendDiagnosticMessage($"intake {(keyed ? "with keys" : "without keys")}: {best:0} reports/s");
            TestContext.Current.TestOutputHelper?.WriteLine($"{(keyed ? "with keys" : "without keys")}: {best:0} reports/s");
            Assert.True(best >= 20_000, $"{best:0} reports/s");
        }
    }

    private static async Task<double> RunAsync(IncidentIntake intake, bool keyed, int each)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                var report = Some.Report(severity: 1 + (i % 5), title: $"Đèn đường hỏng trước số nhà {i}") with { Lon = 106.61 + (i % 380 * 0.001), Lat = 21.71 + (caller * 0.004) };
                var header = keyed ? Some.By() with { Key = new IdempotencyKey("Lan", $"{caller}-{i}", "aa") } : Some.By();
                Assert.IsType<IncidentReply.Accepted>(await intake.ReportAsync(report, header, CancellationToken.None));
            }
        })));
        return Callers * each / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>A store whose journal numbers everything and keeps nothing.</summary>
    private sealed class Forgetful(IStore real) : IStore, IJournal
    {
        private long _sequence;

        public string Kind => real.Kind;

        public string Epoch => real.Epoch;

        public IJournal Journal => this;

        public IFeatureStore Features => real.Features;

        public ITelemetry Telemetry => real.Telemetry;

        public Task<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<Append> batch, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AppendOutcome>>([.. batch.Select(append => new AppendOutcome.Committed(
                [.. append.Entries.Select((e, i) => new JournalEntry(++_sequence, append.Stream, i + 1, e.Kind, e.OccurredAt, e.RecordedAt, e.Actor, e.Data))]))]);

        public async IAsyncEnumerable<JournalEntry> ReadStreamAsync(
            string stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield break;
        }

        public Task<IReadOnlyList<JournalEntry>> ReadAsync(long afterSequence, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<JournalEntry>>([]);

        public Task<IReadOnlyList<SequencedChange>> ReadChangesAsync(string layer, long afterSequence, long throughSequence, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SequencedChange>>([]);

        public Task<long> HeadAsync(CancellationToken cancellationToken) => Task.FromResult(_sequence);

        public Task<long> ForgetKeysAsync(DateTimeOffset before, CancellationToken cancellationToken) => real.Journal.ForgetKeysAsync(before, cancellationToken);

        public Task<AppendOutcome?> FindKeyAsync(IdempotencyKey key, CancellationToken cancellationToken) => Task.FromResult<AppendOutcome?>(null);

        public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task BackupAsync(string file, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CheckBackupAsync(string file, CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
