using CityMap.Geo.Coordinates;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Geography;
using CityMap.Grains.Incidents;

namespace CityMap.Grains.Tests.Incidents;

/// <summary>Ordinary things, so that a test only says what is special about its own.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static readonly Guid Id = Guid.CreateVersion7(Now);

    public static readonly LonLat Place = new(106.7610, 21.8530);

    public static readonly AreaRef West = new("W@2025", "Phường Tây");

    public static readonly AreaRef East = new("E@2025", "Phường Đông");

    public static ReportIncident Report(string type = "LIGHT", string title = "Đèn đường hỏng", int severity = 2) =>
        new(type, title, severity, Place.Lon, Place.Lat);

    public static DecisionContext Context(DateTimeOffset? now = null, DateTimeOffset? occurredAt = null, bool facilityKnown = true) =>
        new(now ?? Now, occurredAt, new DeadlineOptions(), Locate, facilityKnown);

    /// <summary>West of 107° is West, the rest is East.</summary>
    public static Placement Locate(LonLat position, DateTimeOffset at) =>
        new(position.Lon < 107 ? West : East, null, position.Lon < 107 ? "Phường Tây" : "Phường Đông");

    public static IncidentSnapshot Incident(IncidentState state = IncidentState.New, bool acknowledged = false)
    {
        var reported = (Decision.Happens)Grains.Incidents.Incident.DecideReport(Report(), Context());
        var incident = Grains.Incidents.Incident.Apply(Id, null, reported.Events[0], new Stamp(1, 1, reported.OccurredAt, Now));
        return incident with { State = state, Acknowledged = acknowledged, Agency = state >= IncidentState.Assigned ? "Tổ 1" : null };
    }

    /// <summary>A well-formed command of a name.</summary>
    public static IncidentCommand Command(string name) => name switch
    {
        "receive" => new ReceiveIncident(),
        "assign" => new AssignIncident("Tổ 2"),
        "start" => new StartIncident(),
        "claimFix" => new ClaimFix("Đã thay bóng"),
        "verifyFix" => new VerifyFix(),
        "close" => new CloseIncident(),
        "reject" => new RejectIncident("Không có thật"),
        "acknowledge" => new AcknowledgeIncident(),
        "reopen" => new ReopenIncident("Lại hỏng"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static RequestHeader By(string actor = "Lan") => new(actor);
}
