using System.Diagnostics;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Figures, not promises: run with <c>-explicit only</c> on a quiet machine.</summary>
public abstract class ThroughputContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly LayerInfo Incidents = new("incidents", new("Sự cố", "Incidents"), GeometryKind.Point,
    [
        .. new[] { "type", "state", "district", "agency" }.Select(n => new FieldInfo(n, FieldType.Text, new(n, n), Indexed: true)),
        .. new[] { "title", "description", "address", "facility" }.Select(n => new FieldInfo(n, FieldType.Text, new(n, n))),
        .. new[] { "severity", "version" }.Select(n => new FieldInfo(n, FieldType.Integer, new(n, n))),
        .. new[] { "open", "acknowledged", "exercise" }.Select(n => new FieldInfo(n, FieldType.Boolean, new(n, n))),
        .. new[] { "recorded_at", "due_at", "updated_at" }.Select(n => new FieldInfo(n, FieldType.Timestamp, new(n, n), Indexed: true)),
        .. new[] { "occurred_at", "closed_at" }.Select(n => new FieldInfo(n, FieldType.Timestamp, new(n, n))),
    ])
    { Live = true };

    [Theory(Explicit = true)]
    [InlineData(1, 1_000)]
    [InlineData(32, 20_000)]
    [InlineData(256, 60_000)]
    public async Task Reports_are_stored_in_batches(int batch, int reports)
    {
        await Features.DefineLayerAsync(Incidents, Stop);
        var batches = Enumerable.Range(0, reports).Select(Report).Chunk(batch).ToArray();
        await MeasureAsync($"new reports in batches of {batch}", reports, async () =>
        {
            foreach (var some in batches) await Journal.AppendAsync(some, Stop);
        });

        var changes = Enumerable.Range(0, Math.Min(reports, 20_000)).Select(i => Report(i) with { ExpectedVersion = 1 }).Chunk(batch).ToArray();
        await MeasureAsync($"changes in batches of {batch}", changes.Sum(c => c.Length), async () =>
        {
            foreach (var some in changes) await Journal.AppendAsync(some, Stop);
        });
        Assert.Equal(reports, (await Features.QueryAsync(new("incidents") { Limit = 1 }, Stop)).NumberMatched);

        await MeasureAsync("streamed", reports, async () =>
        {
            await foreach (var _ in Features.StreamAsync(new("incidents"), null, Stop)) { }
        });
    }

    /// <summary>Wall time wanders with what else the machine does; processor time tells what the work costs.</summary>
    private static async Task MeasureAsync(string what, int count, Func<Task> work)
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await work();
        var (wall, cpu) = (clock.Elapsed, Environment.CpuUsage.TotalTime - before);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{count} {what}: {count / wall.TotalSeconds:0} per s; {cpu.TotalMicroseconds / count:0} µs of processor time each"));
    }

    private static Append Report(int i)
    {
        var id = $"0198b2c4-{i:x8}-7abc";
        var at = Sample.At(i * 0.01);
        var feature = new Feature(id, new NetTopologySuite.Geometries.Point(106.7 + i % 1000 * 0.0001, 21.8 + i / 1000 * 0.0001), new Dictionary<string, object?>
        {
            ["type"] = i % 3 == 0 ? "LIGHT" : "TRAFFIC",
            ["state"] = "New",
            ["district"] = $"0{5970 + i % 10}@2025",
            ["title"] = $"Đèn đường hỏng số {i}",
            ["description"] = "Đèn không sáng từ tối qua, trước cổng trường",
            ["address"] = $"{i % 300} Trần Đăng Ninh",
            ["severity"] = i % 5 + 1L,
            ["version"] = 1L,
            ["open"] = true,
            ["acknowledged"] = false,
            ["exercise"] = false,
            ["recorded_at"] = at,
            ["due_at"] = at.AddDays(3),
            ["updated_at"] = at,
            ["occurred_at"] = at,
        });
        return new Append($"incident/{id}", 0, [new("incident.reported", at, at, "Trực ban", $$"""{"type":"LIGHT","title":"Đèn đường hỏng số {{i}}"}""")], [new("incidents", id, feature)]);
    }
}
