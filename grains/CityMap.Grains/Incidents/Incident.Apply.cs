using CityMap.Grains.Contracts.Incidents;

namespace CityMap.Grains.Incidents;

internal static partial class Incident
{
    /// <summary>The incident after an event. Every event but the first needs a state.</summary>
    /// <exception cref="InvalidOperationException">The stream does not begin with a report, or reports twice.</exception>
    public static IncidentSnapshot Apply(Guid id, IncidentSnapshot? state, IncidentEvent what, Stamp stamp)
    {
        if (what is IncidentReported reported)
        {
            return state is null ? Begin(id, reported, stamp) : throw new InvalidOperationException($"Incident {id} was reported twice.");
        }

        if (state is null) throw new InvalidOperationException($"The stream of incident {id} does not begin with its report.");
        var next = what switch
        {
            // Whoever takes an incident in, or turns it away, has seen it.
            IncidentReceived => state with { State = IncidentState.Received, Acknowledged = true },
            IncidentAssigned e => state with { State = IncidentState.Assigned, Agency = e.Agency },
            IncidentStarted => state with { State = IncidentState.InProgress },
            FixClaimed => state with { State = IncidentState.FixClaimed },
            FixVerified => state with { State = IncidentState.FixVerified },
            IncidentClosed => state with { State = IncidentState.Closed, ClosedAt = stamp.OccurredAt },
            IncidentRejected => state with { State = IncidentState.Rejected, ClosedAt = stamp.OccurredAt, Acknowledged = true },
            IncidentReopened e => state with
            {
                State = IncidentState.Reopened,
                ClosedAt = null,
                ClockFrom = stamp.OccurredAt,
                DueAt = e.DueAt,
            },
            IncidentCorrected e => state with
            {
                Type = e.Type ?? state.Type,
                Severity = e.Severity ?? state.Severity,
                Title = e.Title ?? state.Title,
                Description = e.Description is null ? state.Description : e.Description.Length == 0 ? null : e.Description,
                DueAt = e.DueAt ?? state.DueAt,
            },
            IncidentMoved e => state with
            {
                Position = e.Position,
                District = e.District,
                Jurisdiction = e.Jurisdiction,
                Address = e.Address,
            },
            FootprintDrawn e => state with { Footprint = e.Geometry },
            IncidentAcknowledged => state with { Acknowledged = true },
            FacilityLinked e => state with { Facility = e.Facility },
            _ => state,
        };
        return next with { Version = stamp.Version, Sequence = stamp.Sequence, UpdatedAt = stamp.OccurredAt };
    }

    private static IncidentSnapshot Begin(Guid id, IncidentReported e, Stamp stamp) => new(id)
    {
        Type = e.Type,
        Title = e.Title,
        Description = e.Description,
        Severity = e.Severity,
        State = IncidentState.New,
        Version = stamp.Version,
        Sequence = stamp.Sequence,
        Position = e.Position,
        Footprint = e.Footprint,
        District = e.District,
        Jurisdiction = e.Jurisdiction,
        Address = e.Address,
        Facility = e.Facility,
        Exercise = e.Exercise,
        OccurredAt = stamp.OccurredAt,
        RecordedAt = stamp.RecordedAt,
        UpdatedAt = stamp.OccurredAt,
        ClockFrom = stamp.OccurredAt,
        DueAt = e.DueAt,
    };
}
