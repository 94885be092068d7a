using CityMap.Geo.Journal;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Geography;
using Microsoft.Extensions.Options;

namespace CityMap.Grains.Incidents;

/// <summary>
/// Incidents that are long past, with everything that happened to them: decided like those of today, but recorded at their own times.
/// For a city that is generated or taken over whole; what happens now goes through <see cref="IncidentIntake"/>.
/// </summary>
public sealed class PastIncidents(CityGeography geography, IOptions<DeadlineOptions> deadlines)
{
    /// <summary>What one incident brings to the journal, in order; a step that would change nothing is left out.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="report">Its report.</param>
    /// <param name="reported">Who reported it, and when.</param>
    /// <param name="steps">What followed, in order of time.</param>
    /// <exception cref="InvalidOperationException">Something of it would not be allowed today.</exception>
    public IEnumerable<Append> Of(
        Guid id, ReportIncident report, PastMoment reported, IEnumerable<(IncidentCommand Command, PastMoment Moment)> steps)
    {
        var step = Step(id, null, Incident.DecideReport(report, Context(reported)), reported);
        yield return step.Append;
        foreach (var (command, moment) in steps)
        {
            var decision = Incident.Decide(step.After, command, Context(moment));
            if (decision is Decision.Refused { Why.Code: RefusalCodes.NothingToChange }) continue;
            step = Step(id, step.After, decision, moment);
            yield return step.Append;
        }
    }

    private DecisionContext Context(PastMoment moment) => new(moment.At, null, deadlines.Value, geography.Locate);

    private static IncidentStep Step(Guid id, IncidentSnapshot? before, Decision decision, PastMoment moment) => decision switch
    {
        Decision.Happens happens => IncidentStep.Of(id, before, happens, new RequestHeader(moment.Actor), moment.At),
        Decision.Refused refused => throw new InvalidOperationException($"Incident {id} at {moment.At:O}: {refused.Why.Sentence}"),
        _ => throw new InvalidOperationException($"No such decision: {decision.GetType().Name}."),
    };
}

/// <summary>Who did something long past, and when.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who.</param>
public readonly record struct PastMoment(DateTimeOffset At, string Actor);
