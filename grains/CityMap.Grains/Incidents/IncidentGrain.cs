using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Facilities;
using CityMap.Grains.Geography;
using CityMap.Grains.Journal;
using CityMap.Grains.Rules;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Placement;

namespace CityMap.Grains.Incidents;

/// <summary>
/// One incident, from its first command on. Its state is its stream in the journal: should a second activation ever live, the version
/// check of the journal makes it harmless.
/// </summary>
[PreferLocalPlacement, CollectionAgeLimit(Minutes = 15)]
internal sealed class IncidentGrain(
    JournalWriter writer, IStore store, CityGeography geography, IOptions<DeadlineOptions> deadlines, TimeProvider time, ILogger<IncidentGrain> log)
    : Grain, IIncidentGrain
{
    private const int Attempts = 6;
    private IncidentSnapshot? _state;

    private Guid Id => this.GetPrimaryKey();

    /// <inheritdoc/>
    public async Task<IncidentReply> ExecuteAsync(IncidentCommand command, RequestHeader header, CancellationToken cancellationToken)
    {
        if (TextRule.Required("actor", header.Actor, TextRule.Name, out var actor) is { } noActor) return new IncidentReply.Refused(noActor);
        header = header with { Actor = actor };

        // Not on activation: a store that is away should be named to the caller, not end the activation.
        if (_state is null) await RefreshAsync(cancellationToken);
        IncidentReply? reply = null;
        for (var attempt = 0; reply is null; attempt++) reply = await TryAsync(command, header, attempt == Attempts, cancellationToken);
        if (_state is null or { Open: false }) DeactivateOnIdle();
        return reply;
    }

    /// <inheritdoc/>
    public async Task<IncidentSnapshot?> GetAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        if (_state is null or { Open: false }) DeactivateOnIdle();
        return _state;
    }

    // Null means that somebody else was first: what they wrote has been read, and the command is decided again.
    private async Task<IncidentReply?> TryAsync(IncidentCommand command, RequestHeader header, bool last, CancellationToken cancellationToken)
    {
        if (_state is null) return new IncidentReply.NotFound();
        var version = _state.Version;
        if (header.ExpectedVersion is { } expected && expected != version)
        {
            await RefreshAsync(cancellationToken);
            if (_state.Version != version && _state.Version == expected) return null;
            return await IncidentStream.FirstReplyAsync(store.Journal, header.Key, cancellationToken) ?? new IncidentReply.Conflict(_state);
        }

        var now = time.GetUtcNow();
        var known = command is not LinkFacility { Facility: { } facility }
            || await FacilityLayer.ExistsAsync(store.Features, facility, cancellationToken);
        var decision = Incident.Decide(_state, command, new DecisionContext(now, header.OccurredAt, deadlines.Value, geography.Locate, known));
        if (decision is Decision.Refused no)
        {
            await RefreshAsync(cancellationToken);
            if (_state.Version != version) return null;
            return await IncidentStream.FirstReplyAsync(store.Journal, header.Key, cancellationToken) ?? new IncidentReply.Refused(no.Why);
        }

        var step = IncidentStep.Of(Id, _state, (Decision.Happens)decision, header, now);
        switch (await writer.AppendAsync(step.Append, cancellationToken))
        {
            case AppendOutcome.Committed committed:
                return new IncidentReply.Accepted(_state = step.Durable(committed));
            case AppendOutcome.Repeated first:
                return new IncidentReply.Accepted(await IncidentStream.ReadAnswerAsync(store.Journal, first, cancellationToken), Repeated: true);
            case AppendOutcome.KeyReused:
                return new IncidentReply.Refused(Refusals.KeyReused);
            case AppendOutcome.Refused unfit:
                return new IncidentReply.Refused(Refusals.Store(unfit.Reason));
            default:
                log.StaleActivation(step.Append.Stream);
                DeactivateOnIdle();
                await RefreshAsync(cancellationToken);
                return last ? new IncidentReply.Conflict(_state!) : null;
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken) =>
        _state = await IncidentStream.ReadAsync(store.Journal, Id, _state, cancellationToken);
}
