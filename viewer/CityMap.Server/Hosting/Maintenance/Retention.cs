using CityMap.Geo;
using CityMap.Geo.Storage;

namespace CityMap.Server.Hosting.Maintenance;

/// <summary>Drops readings that are older than is asked for, once the server is ready and then every day.</summary>
internal sealed class Retention(
    IStore store, ServerOptions options, Readiness readiness, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WhenReady.WaitAsync(stoppingToken);
            while (true)
            {
                await PruneAsync(stoppingToken);
                await Task.Delay(_pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The rest goes after the next start.
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        try
        {
            var before = time.GetUtcNow() - options.KeepReadings;
            if (await store.Telemetry.PruneAsync(before, cancellationToken) is var gone and > 0) logger.ReadingsDropped(gone, before);
        }
        catch (StoreException away)
        {
            logger.ReadingsNotDropped(away.Message);
        }
    }
}
