using CityMap.Geo.Analyses;
using CityMap.Geo.Storage;
using CityMap.Server.Analyses;
using CityMap.Server.Api;
using CityMap.Server.Api.Problems;
using CityMap.Server.Tests.Api;
using CityMap.Server.Tests.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace CityMap.Server.Tests.Analyses;

/// <summary>What is given up, too much or too slow leaves nothing behind and nobody waiting.</summary>
public sealed class AnalysisLimitTests(City city) : IClassFixture<City>, IAsyncLifetime
{
    private static readonly AnalysisOrder _order = new(AnalysisKind.Buffer, new("spots")) { Distance = 50 };

    private readonly Caller _caller = new("Hoàng Lan", Geo.Layers.Audience.Everyone);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await city.ImportAsync("layer=spots&mode=replace", "id,lon,lat\na,106.7,21.8\n"u8.ToArray());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_analysis_whose_caller_has_gone_keeps_nothing_and_frees_its_place()
    {
        var desk = city.Services.GetRequiredService<AnalysisDesk>();
        using var gone = new CancellationTokenSource();
        var work = desk.MakeAsync(_order, _caller, gone.Token);
        await gone.CancelAsync();
        var finished = await Task.WhenAny(work);
        if (!finished.IsCompletedSuccessfully) await city.NoLayerAsync("buffer_spots");
        Assert.Equal(1, (await desk.MakeAsync(_order, _caller, Stop)).Layer.Count);
    }

    [Fact]
    public async Task An_analysis_that_takes_too_long_is_stopped_by_name()
    {
        using var desk = new AnalysisDesk(
            city.Services.GetRequiredService<IStore>(), city.Services.GetRequiredService<AnalysisReader>(), city.Services.GetRequiredService<AnalysisBook>(), new HastyTime());
        var problem = await Assert.ThrowsAsync<ProblemException>(() => desk.MakeAsync(_order, _caller, Stop));
        Assert.Equal("analysis_too_slow", problem.Problem.Code);
    }

    [Fact]
    public void More_features_than_fit_are_refused_by_name()
    {
        AnalysisReader.Check(AnalysisReader.MostFeatures, "input");
        var problem = Assert.Throws<ProblemException>(() => AnalysisReader.Check(AnalysisReader.MostFeatures + 1, "other")).Problem;
        Assert.Equal(("analysis_too_large", "other.filter"), (problem.Code, problem.Field));
    }

    /// <summary>A clock on which every time limit has passed when it is set.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
