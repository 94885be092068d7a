using System.Collections.Concurrent;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Geography;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;
using Microsoft.Extensions.Logging;

namespace CityMap.Grains.Districts;

/// <summary>
/// Lets district grains know that their counts may have reached a threshold, each at most once a second. A call that gets lost costs
/// moments, never a notice: the grain looks by itself now and then.
/// </summary>
internal sealed class ThresholdWatch(IGrainFactory grains, CityGeography geography, TimeProvider time, ILogger<ThresholdWatch> log) : IJournalObserver
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, long> _due = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Read(Followed stretch)
    {
        foreach (var change in stretch.Changes)
        {
            if (change.Change.Layer == IncidentLayer.Id && change.Change.After is { } after && after["open"] is true && after["district"] is string district)
            {
                _due[district] = stretch.Through;
            }
        }
    }

    /// <summary>Has every known district looked at, as after a start.</summary>
    public void LookEverywhere(long sequence)
    {
        foreach (var area in geography.Districts.Areas) _due[area.Id] = sequence;
    }

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await Task.WhenAll(_due.ToArray().Select(due => CheckAsync(due, cancellationToken)));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task CheckAsync(KeyValuePair<string, long> due, CancellationToken cancellationToken)
    {
        try
        {
            await grains.GetGrain<IDistrictGrain>(due.Key).CheckAsync(due.Value, cancellationToken);
            _due.TryRemove(due);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.ThresholdCheckFailed(e, due.Key);
        }
    }
}
