using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Geography;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;
using CityMap.Grains.Rules;
using Microsoft.Extensions.Options;

namespace CityMap.Grains.Facilities;

/// <summary>Carries a command from a known state to a durable reply; what grains and the bulk definition share.</summary>
internal sealed class FacilityDesk(
    JournalWriter writer, IStore store, CityGeography geography, IOptions<DeadlineOptions> deadlines, TimeProvider time)
{
    private const int Attempts = 6;

    /// <summary>Where facilities are read from.</summary>
    public IJournal Journal { get; } = store.Journal;

    /// <summary>Decides and appends; when somebody else wrote first, reads that and decides again.</summary>
    /// <returns>The reply, the facility as the caller should remember it, and whether somebody else had written.</returns>
    public async Task<(FacilityReply Reply, FacilitySnapshot? State, bool Stale)> ExecuteAsync(
        string id, FacilitySnapshot? state, FacilityCommand command, RequestHeader header, CancellationToken cancellationToken)
    {
        var refusal = IdRule.Check("id", id, out var clean) ?? TextRule.Required("actor", header.Actor, TextRule.Name, out _);
        if (refusal is null && clean != id) refusal = new Refusal(RefusalCodes.IdMalformed, "The id is not in NFC.") { Field = "id", Expected = clean };
        if (refusal is not null) return (new FacilityReply.Refused(refusal), state, false);
        var stale = false;
        for (var attempt = 0; ; attempt++)
        {
            if (header.ExpectedVersion is { } expected && expected != (state?.Version ?? 0))
            {
                return (await FirstAnswerAsync(header.Key, cancellationToken) ?? Conflict(state), state, stale);
            }

            var decision = Facility.Decide(state, command, new DecisionContext(time.GetUtcNow(), header.OccurredAt, deadlines.Value, geography.Locate));
            if (decision is not FacilityDecision.Happens happens)
            {
                var reply = decision is FacilityDecision.Refused no ? new FacilityReply.Refused(no.Why) : (FacilityReply)new FacilityReply.NotFound();
                return (await FirstAnswerAsync(header.Key, cancellationToken) ?? reply, state, stale);
            }

            var (outcome, after) = await AppendAsync(id, state, happens, header, cancellationToken);
            switch (outcome)
            {
                case AppendOutcome.Committed:
                    return (new FacilityReply.Accepted(after, Created: state is null), after, stale);
                case AppendOutcome.Repeated first:
                    return (new FacilityReply.Accepted(FacilityStream.ReadAnswer(first), Repeated: true), state, stale);
                case AppendOutcome.KeyReused:
                    return (new FacilityReply.Refused(Refusals.KeyReused), state, stale);
                case AppendOutcome.Refused unfit:
                    return (new FacilityReply.Refused(Refusals.Store(unfit.Reason)), state, stale);
                case AppendOutcome.VersionConflict when attempt == Attempts:
                    return (Conflict(state), state, true);
                default:
                    stale = true;
                    state = await FacilityStream.ReadAsync(Journal, id, state, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Appends one decided event.</summary>
    public async Task<(AppendOutcome Outcome, FacilitySnapshot After)> AppendAsync(
        string id, FacilitySnapshot? state, FacilityDecision.Happens decided, RequestHeader header, CancellationToken cancellationToken)
    {
        var recordedAt = Moments.Cut(time.GetUtcNow());
        var version = state?.Version ?? 0;
        var after = Facility.Apply(id, state, decided.Event, new Stamp(0, version + 1, decided.OccurredAt, recordedAt));
        var entry = FacilityEntries.Write(decided.Event, decided.OccurredAt, recordedAt, header.Actor);
        var append = new Append(FacilityEntries.Stream(id), version, [entry], FacilityLayer.Changes(after))
        {
            Key = header.Key,
            Answer = header.Key is null ? null : FacilityStream.WriteAnswer(after),
        };
        var outcome = await writer.AppendAsync(append, cancellationToken);
        return (outcome, outcome is AppendOutcome.Committed c ? after with { Sequence = c.Entries[^1].Sequence } : after);
    }

    private async Task<FacilityReply?> FirstAnswerAsync(IdempotencyKey? key, CancellationToken cancellationToken) =>
        key is null ? null : await Journal.FindKeyAsync(key, cancellationToken) switch
        {
            AppendOutcome.Repeated first => new FacilityReply.Accepted(FacilityStream.ReadAnswer(first), Repeated: true),
            AppendOutcome.KeyReused => new FacilityReply.Refused(Refusals.KeyReused),
            _ => null,
        };

    private static FacilityReply Conflict(FacilitySnapshot? state) =>
        state is null ? new FacilityReply.NotFound() : new FacilityReply.Conflict(state);
}
