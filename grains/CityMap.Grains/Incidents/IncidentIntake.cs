using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Facilities;
using CityMap.Grains.Geography;
using CityMap.Grains.Journal;
using CityMap.Grains.Rules;
using Microsoft.Extensions.Options;

namespace CityMap.Grains.Incidents;

/// <summary>
/// Takes reports in, within the calling node: decided, placed and appended at version 0 without a grain, because a grain per new
/// incident costs a third of the throughput. Stateless and safe for any number of callers.
/// </summary>
public sealed class IncidentIntake(
    JournalWriter writer, IStore store, CityGeography geography, IOptions<DeadlineOptions> deadlines, TimeProvider time)
{
    private readonly IJournal _journal = store.Journal;
    private readonly IFeatureStore _features = store.Features;

    /// <summary>Stores a report; answers after it is durable.</summary>
    /// <returns>Accepted with the new incident (or with the first answer to a repeated key), or refused.</returns>
    /// <exception cref="Geo.StoreException">The store cannot be reached, or too much is waiting: repeat with the same key.</exception>
    public Task<IncidentReply> ReportAsync(ReportIncident report, RequestHeader header, CancellationToken cancellationToken) =>
        ReportAsync(Guid.CreateVersion7(time.GetUtcNow()), report, header, cancellationToken);

    /// <summary>The same for an incident whose id was settled before, so that reporting it again changes nothing.</summary>
    internal async Task<IncidentReply> ReportAsync(
        Guid id, ReportIncident report, RequestHeader header, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var refusal = TextRule.Required("actor", header.Actor, TextRule.Name, out var actor);
        var known = report.Facility is null || await FacilityLayer.ExistsAsync(_features, report.Facility, cancellationToken);
        var decision = refusal is null
            ? Incident.DecideReport(report, new DecisionContext(now, header.OccurredAt, deadlines.Value, geography.Locate, known))
            : new Decision.Refused(refusal);
        if (decision is Decision.Refused no)
        {
            return await IncidentStream.FirstReplyAsync(_journal, header.Key, cancellationToken) ?? new IncidentReply.Refused(no.Why);
        }

        var step = IncidentStep.Of(id, null, (Decision.Happens)decision, header with { Actor = actor }, now);
        return await writer.AppendAsync(step.Append, cancellationToken) switch
        {
            AppendOutcome.Committed committed => new IncidentReply.Accepted(step.Durable(committed)),
            AppendOutcome.Repeated first => new IncidentReply.Accepted(
                await IncidentStream.ReadAnswerAsync(_journal, first, cancellationToken), Repeated: true),
            AppendOutcome.KeyReused => new IncidentReply.Refused(Refusals.KeyReused),
            AppendOutcome.Refused unfit => new IncidentReply.Refused(Refusals.Store(unfit.Reason)),
            _ => await AlreadyReportedAsync(id, cancellationToken),
        };
    }

    private async Task<IncidentReply> AlreadyReportedAsync(Guid id, CancellationToken cancellationToken) =>
        await IncidentStream.ReadAsync(_journal, id, null, cancellationToken) is { } there
            ? new IncidentReply.Accepted(there, Repeated: true)
            : new IncidentReply.Refused(Refusals.Store("The incident could neither be stored nor found."));
}
