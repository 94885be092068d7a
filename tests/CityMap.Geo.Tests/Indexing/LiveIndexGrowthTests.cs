using CityMap.Geo.Indexing;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Indexing;

public sealed class LiveIndexGrowthTests
{
    private const int Things = 12_000;

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(300)]
    [InlineData(700)]
    public async Task A_layer_that_grew_commit_by_commit_holds_what_one_built_at_once_holds_in_few_segments(int together)
    {
        var index = LiveIndex.Build(SomeLayer.Info, [], 1);
        var most = 0;
        foreach (var some in Enumerable.Range(0, Things).Chunk(together))
        {
            index.Apply([.. some.Select(n => new FeatureChange("things", Id(n), Thing(n)))], index.Sequence + 1);
            // As if time passed between commits: merging keeps up.
            await index.SettleAsync(CancellationToken.None);
            most = Math.Max(most, index.Current.Segments.Length);
        }

        Assert.InRange(most, 1, 45);
        Assert.Equal(Things, index.Current.Total);
        for (var n = 0; n < Things; n++)
        {
            var (wanted, found) = (Thing(n), index.Current.Find(Id(n))!);
            Assert.True(wanted.Geometry!.EqualsExact(found.Geometry));
            foreach (var field in SomeLayer.Info.Fields) Assert.Equal(wanted[field.Name], found[field.Name]);
        }

        var districts = index.Current.CountBy(new("things"), ["district"]).Rows.ToDictionary(row => row.Values[0] ?? "", row => row.Count);
        Assert.Equal(Enumerable.Range(0, Things).GroupBy(n => Thing(n)["district"] ?? "").ToDictionary(g => g.Key, g => g.LongCount()), districts);
    }

    private static Feature Thing(int n) => new(Id(n), new Point(n % 97 / 20.0, n / 97 / 20.0), new Dictionary<string, object?>
    {
        ["title"] = n % 50 == 0 ? null : $"Đèn đường hỏng ở ngõ {n}",
        ["district"] = n % 11 == 0 ? null : $"d{n * 7 % 65}",
        ["severity"] = (long)(n % 5),
        ["open"] = n % 3 == 0,
        ["due_at"] = DateTimeOffset.UnixEpoch.AddMinutes(n),
        ["depth"] = n % 4 == 0 ? null : n / 8.0,
    });

    private static string Id(int n) => new Guid(n, 0, 7, 8, 0, 0, 0, 0, 0, 0, 1).ToString("D");
}
