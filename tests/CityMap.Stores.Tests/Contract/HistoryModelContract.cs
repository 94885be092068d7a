using CityMap.Geo.Layers;
using CsCheck;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>A random history of changes: the past a store tells is the past that was.</summary>
public abstract class HistoryModelContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private sealed record Step(int Report, int Minutes, bool Remove, long Severity, int Place);

    private static readonly Gen<Step[]> Histories = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 5], Gen.Long[1, 5], Gen.Int[0, 9],
        (report, minutes, remove, severity, place) => new Step(report, minutes, remove == 0, severity, place)).Array[1, 25];

    [Fact]
    public async Task Every_moment_of_a_random_history_is_as_a_model_says()
    {
        var run = 0;
        await Histories.SampleAsync(async steps => await PlayAsync($"h{Interlocked.Increment(ref run)}", steps), iter: 25, threads: 1);
    }

    private async Task PlayAsync(string run, Step[] steps)
    {
        var model = new List<(string Id, int Minute, Feature? After)>();
        var versions = new Dictionary<string, long>();
        var minute = 0;
        foreach (var batch in steps.Chunk(3))
        {
            var appends = batch.Select(step =>
            {
                minute += step.Minutes;
                var id = $"{run}-{step.Report}";
                var version = versions.GetValueOrDefault(id);
                versions[id] = version + 1;
                var after = step.Remove ? null : Sample.Report(id, 106 + step.Place * 0.1, 21, ("severity", step.Severity), ("type", run));
                model.Add((id, minute, after));
                return after is null ? Sample.Remove(id, version, minute) : Sample.Put(after, version, minute);
            }).ToArray();
            Assert.All(await Journal.AppendAsync(appends, Stop), o => Assert.IsType<Geo.Journal.AppendOutcome.Committed>(o));
        }

        for (var at = -1; at <= minute + 1; at++)
        {
            var then = model.Where(m => m.Minute <= at).GroupBy(m => m.Id).Select(g => g.Last().After).OfType<Feature>().ToArray();
            var query = new FeatureQuery("reports") { AsOf = Sample.At(at), Where = [new("type", Comparison.In, [run])] };

            Same.Features(then, (await Features.QueryAsync(query, Stop)).Features);
            var box = query with { Within = new(106.15, 20, 106.55, 22) };
            Same.Features(then.Where(f => f.Geometry!.Coordinate.X is > 106.15 and < 106.55), (await Features.QueryAsync(box, Stop)).Features);
            Assert.Equal(then.Length, (await Features.CountAsync(query, ["severity"], Stop)).Rows.Sum(r => r.Count));
        }

        var now = model.GroupBy(m => m.Id).Select(g => g.Last().After).OfType<Feature>();
        Same.Features(now, (await Features.QueryAsync(new("reports") { Where = [new("type", Comparison.In, [run])] }, Stop)).Features);
    }
}
