using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>What the suites of edits share: roads, and a hand that edits them.</summary>
public abstract class EditStory(IStoreFixture fixture) : StoreContract(fixture)
{
    protected static readonly FeatureQuery All = new("roads");

    protected static Feature Road(string id, string? name = null, double lon = 106.7) =>
        Sample.Road(id, FormattableString.Invariant($"LINESTRING ({lon} 21.8, {lon + 0.1} 21.9)"), name, 2);

    protected static FeatureEdit Change(string id, Feature? after, string? expected, double minute, string kind = "feature.replaced") =>
        new("roads", id, after, expected, Sample.Entry(kind, minute, $$"""{"id":"{{id}}"}"""));

    protected async Task<string?> TagAsync(string id) => FeatureTag.Of(await Features.FindAsync("roads", id, null, Stop));

    protected async Task<string?> NameAsync(string id, double? minute = null) =>
        (await Features.FindAsync("roads", id, minute is { } m ? Sample.At(m) : null, Stop))?["name"] as string;

    protected async Task<LayerInfo> RoadsAsync() => (await Features.LayersAsync(Stop)).Single(l => l.Id == "roads");

    protected async Task<long> EditAsync(string id, Feature? after, double minute) =>
        Assert.IsType<EditOutcome.Committed>(await Features.EditAsync(Change(id, after, await TagAsync(id), minute), Stop)).Sequence;
}
