using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>What entries did to the map.</summary>
public abstract class ChangesContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [Fact]
    public async Task Changes_are_given_in_order_as_they_were_after_each_entry()
    {
        await CommitAsync(Sample.Put(Sample.Report("r1", ("title", "one")), 0, 1));
        await CommitAsync(Sample.Put(Sample.Report("r2", ("title", "two"))));
        await CommitAsync(Sample.Put(Sample.Report("r1", ("title", "one again")), 1, 2));
        await CommitAsync(Sample.Remove("r1", 2, 3));

        var changes = await Journal.ReadChangesAsync("reports", 0, 4, Stop);

        Assert.Equal([1, 2, 3, 4], changes.Select(c => c.Sequence));
        Assert.Equal(["one", "two", "one again", null], changes.Select(c => (string?)c.Change.After?["title"]));
        Assert.Equal("r1", changes[3].Change.Id);
        Assert.Equal([2, 3], (await Journal.ReadChangesAsync("reports", 1, 3, Stop)).Select(c => c.Sequence));
        Assert.Empty(await Journal.ReadChangesAsync("footprints", 0, 4, Stop));
    }

    [Fact]
    public async Task A_change_belongs_to_the_last_entry_of_its_append()
    {
        await CommitAsync(new("report/r1", 0, [Sample.Entry(), Sample.Entry("report.noted", 1)], [new("reports", "r1", Sample.Report("r1"))]));

        Assert.Equal(2, Assert.Single(await Journal.ReadChangesAsync("reports", 0, 2, Stop)).Sequence);
        Assert.Null(await Features.FindAsync("reports", "r1", Sample.At(0.5), Stop));
        Assert.NotNull(await Features.FindAsync("reports", "r1", Sample.At(1), Stop));
    }

    [Fact]
    public async Task A_new_stream_may_go_on_with_a_feature_that_another_one_made()
    {
        await CommitAsync(new("merge/1", 0, [Sample.Entry()], [new("reports", "r1", Sample.Report("r1", ("title", "merged")))]));
        await CommitAsync(Sample.Put(Sample.Report("r1", ("title", "its own")), 0, 2));
        await CommitAsync(new("merge/2", 0, [Sample.Entry(minute: 3)], [new("reports", "r1", Sample.Report("r1", ("title", "merged again")))]));

        var changes = await Journal.ReadChangesAsync("reports", 0, 3, Stop);
        Assert.Equal(["merged", "its own", "merged again"], changes.Select(c => (string?)c.Change.After?["title"]));
        foreach (var (minute, title) in new[] { (1, "merged"), (2, "its own"), (4, "merged again") })
        {
            Assert.Equal(title, (await Features.FindAsync("reports", "r1", Sample.At(minute), Stop))?["title"]);
        }
    }

    [Fact]
    public async Task One_append_may_change_several_layers()
    {
        var footprint = new Feature("r1", Sample.Shape("POLYGON ((106 21, 107 21, 107 22, 106 21))"), new Dictionary<string, object?> { ["type"] = "HAZARD" });
        await CommitAsync(new("report/r1", 0, [Sample.Entry()], [new("reports", "r1", Sample.Report("r1")), new("footprints", "r1", footprint)]));

        Assert.Single(await Journal.ReadChangesAsync("reports", 0, 1, Stop));
        Same.Feature(footprint, Assert.Single(await Journal.ReadChangesAsync("footprints", 0, 1, Stop)).Change.After);
        Same.Feature(footprint, await Features.FindAsync("footprints", "r1", null, Stop));
    }
}
