using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Journal;
using CityMap.Grains.Rules;
using Microsoft.Extensions.Logging;
using Orleans.Placement;

namespace CityMap.Grains.Districts;

/// <summary>
/// One district. Its figures come from its node's book; what it watches is its stream in the journal. Placed by hash: districts are few and
/// all of them are busy, so they must not meet on one node.
/// </summary>
[HashBasedPlacement]
internal sealed class DistrictGrain(
    IStore store, JournalWriter writer, JournalFollower follower, DistrictBook book, DistrictFigures figures, TimeProvider time, ILogger<DistrictGrain> log)
    : Grain, IDistrictGrain
{
    private const string Watcher = "CityMap";
    private const int Attempts = 6;
    private static readonly TimeSpan Review = TimeSpan.FromSeconds(30);
    private DistrictWatch? _watch;
    private IGrainTimer? _review;

    private string Id => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<DistrictCounts> CountsAsync(CancellationToken cancellationToken) => figures.OneAsync(Id, cancellationToken);

    /// <inheritdoc/>
    public Task<DistrictChanges> ChangesSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        ChangesReader.ReadAsync(store.Features, Id, Moments.Cut(since), cancellationToken);

    /// <inheritdoc/>
    public async Task<DistrictWatch> WatchAsync(CancellationToken cancellationToken) => await RefreshAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<DistrictReply> SetThresholdsAsync(
        IReadOnlyList<DistrictThreshold> thresholds, RequestHeader header, CancellationToken cancellationToken)
    {
        var wrong = TextRule.Required("actor", header.Actor, TextRule.Name, out var actor) ?? ThresholdRule.Check(thresholds);
        if (wrong is not null) return new DistrictReply.Refused(wrong);
        for (var attempt = 0; ; attempt++)
        {
            var watch = await RefreshAsync(cancellationToken);
            AppendOutcome? outcome = header.ExpectedVersion is null || header.ExpectedVersion == watch.Version
                ? await AppendAsync(watch, new ThresholdsSet(thresholds), actor, header.Key, cancellationToken)
                : header.Key is { } key ? await store.Journal.FindKeyAsync(key, cancellationToken) : null;
            switch (outcome)
            {
                // Thresholds are set whole: what is there now answers a repeated key as well as what was there then.
                case AppendOutcome.Committed or AppendOutcome.Repeated:
                    return new DistrictReply.Accepted(await RefreshAsync(cancellationToken));
                case AppendOutcome.KeyReused:
                    return new DistrictReply.Refused(Refusals.KeyReused);
                case AppendOutcome.Refused unfit:
                    return new DistrictReply.Refused(Refusals.Store(unfit.Reason));
                case AppendOutcome.VersionConflict when attempt < Attempts:
                    continue;
                default:
                    return new DistrictReply.Conflict(watch);
            }
        }
    }

    /// <inheritdoc/>
    public async Task CheckAsync(long atSequence, CancellationToken cancellationToken)
    {
        try
        {
            await follower.ReachAsync(atSequence, cancellationToken);
            var watch = _watch is null || _watch.Thresholds.Count > 0 ? await RefreshAsync(cancellationToken) : _watch;
            foreach (var threshold in watch.Thresholds) await CheckAsync(threshold, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.ThresholdCheckFailed(e, Id);
        }
    }

    private async Task CheckAsync(DistrictThreshold threshold, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var count = book.CountFor(Id, threshold, now);
        if (!ThresholdRule.CallsForNotice(_watch!, threshold, count, now)) return;

        // A second activation that noticed the same loses here, and finds the notice when it reads on.
        if (await AppendAsync(_watch!, new ThresholdNoticed(threshold, count), Watcher, null, cancellationToken) is AppendOutcome.Committed)
        {
            log.ThresholdReached(Id, count, threshold.Count);
        }

        await RefreshAsync(cancellationToken);
    }

    private Task<AppendOutcome> AppendAsync(
        DistrictWatch watch, DistrictEvent what, string actor, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        var now = Moments.Cut(time.GetUtcNow());
        var at = watch.UpdatedAt > now ? watch.UpdatedAt : now;
        var entry = DistrictEntries.Write(what, at, now, actor);
        return writer.AppendAsync(new Append(DistrictEntries.Stream(Id), watch.Version, [entry], []) { Key = key }, cancellationToken);
    }

    private async Task<DistrictWatch> RefreshAsync(CancellationToken cancellationToken)
    {
        _watch = await DistrictEntries.ReadAsync(store.Journal, _watch ?? new DistrictWatch(Id, 0, [], []), cancellationToken);
        if (_watch.Thresholds.Count > 0) KeepWatching();
        return _watch;
    }

    // Windows slide without anything happening, and a node that died may have owed this district a check. Only a district that is
    // watched stays awake: ids come from outside, and there are more of them than districts.
    private void KeepWatching() => _review ??= this.RegisterGrainTimer(
        token => CheckAsync(0, token), new GrainTimerCreationOptions(Review, Review) { KeepAlive = true });
}
