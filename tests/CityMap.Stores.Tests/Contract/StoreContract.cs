using CityMap.Geo;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>What every suite starts from: a fresh store with the layers of <see cref="Sample"/>.</summary>
public abstract class StoreContract(IStoreFixture fixture) : IAsyncLifetime
{
    private TestStore? _place;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected TestStore Place => _place!;

    protected IStore Store => Place.Store;

    protected IJournal Journal => Store.Journal;

    protected IFeatureStore Features => Store.Features;

    protected Task<TestStore> AnotherPlaceAsync() => fixture.CreateAsync();

    public virtual async ValueTask InitializeAsync()
    {
        _place = await fixture.CreateAsync();
        foreach (var layer in Sample.Layers) await Features.DefineLayerAsync(layer, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_place is not null) await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<AppendOutcome> AppendAsync(Append append) => (await Journal.AppendAsync([append], Stop))[0];

    protected async Task<AppendOutcome.Committed> CommitAsync(Append append) =>
        Assert.IsType<AppendOutcome.Committed>(await AppendAsync(append));

    /// <summary>Puts reports on the map, each by an append of its own, all in one batch.</summary>
    protected async Task PutAsync(params Feature[] reports)
    {
        var outcomes = await Journal.AppendAsync([.. reports.Select(r => Sample.Put(r))], Stop);
        Assert.All(outcomes, o => Assert.IsType<AppendOutcome.Committed>(o));
    }

    protected async Task<string[]> IdsAsync(FeatureQuery query) =>
        [.. (await Features.QueryAsync(query, Stop)).Features.Select(f => f.Id)];

    protected async Task<List<JournalEntry>> StreamOfAsync(string stream, long after = 0)
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in Journal.ReadStreamAsync(stream, after, Stop)) entries.Add(entry);
        return entries;
    }

    protected async Task ImportAsync(LayerInfo layer, ImportMode mode, params Feature[] features)
    {
        await using var import = await Features.BeginImportAsync(layer, mode, Stop);
        await import.WriteAsync(features, Stop);
        await import.CommitAsync(Sample.Imported(layer.Id), Stop);
    }

    protected static async Task RefusedAsync(StoreProblem problem, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(act);
        Assert.Equal(problem, refusal.Problem);
        Assert.False(string.IsNullOrWhiteSpace(refusal.Message));
    }
}
