using CityMap.Geo.Storage;
using CityMap.Grains.Districts;
using CityMap.Grains.Facilities;
using CityMap.Grains.Geography;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;
using Microsoft.Extensions.Hosting;

namespace CityMap.Grains.Hosting;

/// <summary>
/// Starts what a node needs before its grains can answer, and stops it after the last of them: the live layers, the areas, the figures, the
/// follower of the journal; at the very end the writer is emptied.
/// </summary>
internal sealed class CityRunner(
    IStore store,
    CityGeography geography,
    DistrictBook book,
    JournalFollower follower,
    ThresholdWatch watch,
    JournalWriter writer) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await store.Features.DefineLayerAsync(IncidentLayer.Incidents, cancellationToken);
        await store.Features.DefineLayerAsync(IncidentLayer.Footprints, cancellationToken);
        await store.Features.DefineLayerAsync(FacilityLayer.Facilities, cancellationToken);
        await geography.RefreshAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(
            Task.Run(() => follower.RunAsync(BeginAsync, _stopping.Token), CancellationToken.None),
            Task.Run(() => watch.RunAsync(_stopping.Token), CancellationToken.None));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        // A host that is out of patience stops here: what was not durable by then was not acknowledged either.
        await writer.FlushAndStopAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    // The areas after the figures: what was imported in between is then known, and read once more is no harm.
    private async Task<long> BeginAsync(CancellationToken cancellationToken)
    {
        var sequence = await new DistrictBookLoader(store).LoadAsync(book, cancellationToken);
        await geography.RefreshAsync(cancellationToken);
        watch.LookEverywhere(sequence);
        return sequence;
    }
}
