using CityMap.Geo.Demo.Incidents;
using CityMap.Geo.Demo.Places;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Contracts.Incidents;

namespace CityMap.Server.Demo;

/// <summary>What the demo city says, in the words of the grains.</summary>
internal static class DemoWords
{
    /// <summary>A report.</summary>
    public static ReportIncident Report(DemoReport report) =>
        new(report.Type, report.Title, report.Severity, report.Position.Lon, report.Position.Lat)
        {
            Description = report.Description,
            Footprint = report.Footprint,
            Facility = report.Facility,
            Exercise = report.Exercise,
        };

    /// <summary>A command.</summary>
    /// <exception cref="ArgumentException">The demo city knows a command that nobody else does.</exception>
    public static IncidentCommand Command(DemoStep step) => step.Command switch
    {
        IncidentCommands.Receive => new ReceiveIncident(),
        IncidentCommands.Assign => new AssignIncident(step.Agency!),
        IncidentCommands.Start => new StartIncident(),
        IncidentCommands.ClaimFix => new ClaimFix(step.Note),
        IncidentCommands.VerifyFix => new VerifyFix(),
        IncidentCommands.Close => new CloseIncident(),
        IncidentCommands.Reject => new RejectIncident(step.Reason!),
        IncidentCommands.Reopen => new ReopenIncident(step.Reason!),
        IncidentCommands.Note => new NoteIncident(step.Note!),
        IncidentCommands.Acknowledge => new AcknowledgeIncident(),
        IncidentCommands.LinkFacility => new LinkFacility(step.Facility),
        _ => throw new ArgumentException($"No such command: {step.Command}.", nameof(step)),
    };

    /// <summary>A facility that works.</summary>
    public static DefineFacility Facility(DemoFacility facility) =>
        new(facility.Kind, facility.Name, facility.Position.Lon, facility.Position.Lat)
        {
            NameEn = facility.NameEn,
            Address = facility.Address,
            Capacity = facility.Capacity,
            Used = facility.Used,
            Status = facility.Status == nameof(FacilityStatus.Unknown) ? FacilityStatus.Unknown : FacilityStatus.Working,
            Limits = [.. facility.Limits.Select(Limit)],
        };

    // A tenth of the way back inside arms the limit again, so that a value that trembles at it raises one incident.
    private static FacilityLimit Limit(DemoLimit limit) => new(
        limit.Quantity,
        limit.Low,
        limit.High,
        Math.Abs((limit.High ?? limit.Low ?? 0) - limit.Usual) / 10,
        limit.IncidentType,
        limit.Severity);
}
