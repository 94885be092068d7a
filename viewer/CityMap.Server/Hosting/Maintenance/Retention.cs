using CityMap.Geo;
using CityMap.Geo.Storage;

namespace CityMap.Server.Hosting.Maintenance;

/// <summary>Drops readings that are older than is asked for, and idempotency keys nobody will come back with, once the server is ready and then every day.</summary>
internal sealed class Retention(
    IStore store, ServerOptions options, Readiness readiness, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    /// <summary>How long a key is known at least. A browser that was away sends its reports again when it is back.</summary>
    public static readonly TimeSpan KeepKeys = TimeSpan.FromDays(90);

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
            before = time.GetUtcNow() - KeepKeys;
            if (await store.Journal.ForgetKeysAsync(before, cancellationToken) is var forgotten and > 0) logger.KeysForgotten(forgotten, before);
        }
        catch (StoreException away)
        {
            logger.ReadingsNotDropped(away.Message);
        }
    }
}
