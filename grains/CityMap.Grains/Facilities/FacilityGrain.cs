using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Rules;
using Microsoft.Extensions.Logging;
using Orleans.Placement;

namespace CityMap.Grains.Facilities;

/// <summary>One facility. Its state is its stream in the journal; what it remembers can always be read again.</summary>
[PreferLocalPlacement, CollectionAgeLimit(Minutes = 30)]
internal sealed class FacilityGrain(FacilityDesk desk, LimitIncidents incidents, IStore store, TimeProvider time, ILogger<FacilityGrain> log)
    : Grain, IFacilityGrain
{
    private readonly HashSet<Guid> _reported = [];
    private readonly Dictionary<string, DateTimeOffset> _newest = new(StringComparer.Ordinal);
    private FacilitySnapshot? _state;

    private string Id => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public async Task<FacilityReply> ExecuteAsync(FacilityCommand command, RequestHeader header, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        var (reply, state, stale) = await desk.ExecuteAsync(Id, _state, command, header, cancellationToken);
        _state = state;
        if (stale || state is null) GiveWay(stale);
        return reply;
    }

    /// <inheritdoc/>
    public async Task<FacilityReply> RecordAsync(
        IReadOnlyList<FacilityReading> readings, RequestHeader header, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        if (_state is null) return new FacilityReply.NotFound();
        var now = time.GetUtcNow();
        var wrong = TextRule.Required("actor", header.Actor, TextRule.Name, out var actor) ?? ReadingRule.Check(Id, readings, now, out _);
        if (wrong is not null) return new FacilityReply.Refused(wrong);
        ReadingRule.Check(Id, readings, now, out var kept);

        await RememberNewestAsync(kept, cancellationToken);
        await store.Telemetry.AppendAsync(kept, cancellationToken);

        // Before each reading: it may be the one that restores a limit, after which nobody asks for the incident of the crossing any more.
        foreach (var reading in kept)
        {
            await ReportCrossedAsync(actor, cancellationToken);
            await CompareAsync(reading, header with { Actor = actor, Key = null }, cancellationToken);
        }

        await ReportCrossedAsync(actor, cancellationToken);
        return new FacilityReply.Accepted(_state);
    }

    /// <inheritdoc/>
    public async Task<FacilitySnapshot?> GetAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        if (_state is null) GiveWay(stale: false);
        return _state;
    }

    private async Task ReportCrossedAsync(string actor, CancellationToken cancellationToken)
    {
        foreach (var crossed in _state!.Crossed.Where(c => !_reported.Contains(c.Incident)))
        {
            if (await incidents.EnsureAsync(_state, crossed, actor, cancellationToken)) _reported.Add(crossed.Incident);
        }
    }

    // What an activation before this one took counts as well. Asked before the readings are stored, or each would find itself.
    private async Task RememberNewestAsync(IReadOnlyList<Reading> readings, CancellationToken cancellationToken)
    {
        foreach (var quantity in readings.Select(reading => reading.Quantity).Distinct(StringComparer.Ordinal).Where(q => !_newest.ContainsKey(q)))
        {
            var newest = await store.Telemetry.ReadAsync(
                FacilityEntries.Stream(Id), quantity, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 1, cancellationToken);
            _newest[quantity] = newest is [var reading] ? reading.At : DateTimeOffset.MinValue;
        }
    }

    // A reading that arrives late is kept, but says nothing about how things are now.
    private async Task CompareAsync(Reading reading, RequestHeader header, CancellationToken cancellationToken)
    {
        if (reading.At < _newest.GetValueOrDefault(reading.Quantity)) return;
        _newest[reading.Quantity] = reading.At;
        while (Facility.Compare(_state!, reading.Quantity, reading.Value, Guid.CreateVersion7(time.GetUtcNow())) is { } what)
        {
            var at = reading.At > _state!.UpdatedAt ? reading.At : _state.UpdatedAt;
            var (outcome, after) = await desk.AppendAsync(Id, _state, new FacilityDecision.Happens(what, at), header, cancellationToken);
            if (outcome is AppendOutcome.Committed)
            {
                _state = after;
                return;
            }

            GiveWay(stale: true);
            if (outcome is not AppendOutcome.VersionConflict) return;
            await RefreshAsync(cancellationToken);
        }
    }

    // Definitions in bulk go past the grain, so what it remembers is looked over before it is shown.
    private async Task RefreshAsync(CancellationToken cancellationToken) =>
        _state = await FacilityStream.ReadAsync(desk.Journal, Id, _state, cancellationToken);

    private void GiveWay(bool stale)
    {
        if (stale) log.StaleActivation(FacilityEntries.Stream(Id));
        DeactivateOnIdle();
    }
}
