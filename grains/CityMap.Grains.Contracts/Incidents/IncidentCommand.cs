using NetTopologySuite.Geometries;

namespace CityMap.Grains.Contracts.Incidents;

/// <summary>Something to do with an incident that exists. Unchecked: the decider checks it and names what is wrong.</summary>
/// <param name="Name">The command's name in the API, one of <see cref="IncidentCommands"/>.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.command")]
public abstract record IncidentCommand([property: Id(0)] string Name);

/// <summary>Take it in: New → Received.</summary>
[GenerateSerializer, Immutable, Alias("citymap.incident.receive")]
public sealed record ReceiveIncident() : IncidentCommand(IncidentCommands.Receive);

/// <summary>Give it to an agency or unit.</summary>
/// <param name="Agency">Its name, 1 to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.assign")]
public sealed record AssignIncident([property: Id(0)] string Agency) : IncidentCommand(IncidentCommands.Assign);

/// <summary>Work begins.</summary>
[GenerateSerializer, Immutable, Alias("citymap.incident.start")]
public sealed record StartIncident() : IncidentCommand(IncidentCommands.Start);

/// <summary>Those who worked on it say that it is fixed.</summary>
/// <param name="Note">At most 4,000 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.claim-fix")]
public sealed record ClaimFix([property: Id(0)] string? Note) : IncidentCommand(IncidentCommands.ClaimFix);

/// <summary>Somebody has seen that it is fixed.</summary>
[GenerateSerializer, Immutable, Alias("citymap.incident.verify-fix")]
public sealed record VerifyFix() : IncidentCommand(IncidentCommands.VerifyFix);

/// <summary>Done.</summary>
[GenerateSerializer, Immutable, Alias("citymap.incident.close")]
public sealed record CloseIncident() : IncidentCommand(IncidentCommands.Close);

/// <summary>Not taken on.</summary>
/// <param name="Reason">1 to 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.reject")]
public sealed record RejectIncident([property: Id(0)] string Reason) : IncidentCommand(IncidentCommands.Reject);

/// <summary>Open it again; the deadline starts anew.</summary>
/// <param name="Reason">1 to 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.reopen")]
public sealed record ReopenIncident([property: Id(0)] string Reason) : IncidentCommand(IncidentCommands.Reopen);

/// <summary>Set right what was reported; null leaves a member as it is, an empty description removes it.</summary>
[GenerateSerializer, Immutable, Alias("citymap.incident.correct")]
public sealed record CorrectIncident(
    [property: Id(0)] string? Type,
    [property: Id(1)] int? Severity,
    [property: Id(2)] string? Title,
    [property: Id(3)] string? Description) : IncidentCommand(IncidentCommands.Correct);

/// <summary>Move the pin; the district is found again.</summary>
/// <param name="Lon">Longitude, degrees, WGS 84.</param>
/// <param name="Lat">Latitude, degrees, WGS 84.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.move")]
public sealed record MoveIncident([property: Id(0)] double Lon, [property: Id(1)] double Lat) : IncidentCommand(IncidentCommands.Move);

/// <summary>Draw what it covers.</summary>
/// <param name="Footprint">Line or polygon in WGS 84; null wipes the drawing.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.draw-footprint")]
public sealed record DrawFootprint([property: Id(0)] Geometry? Footprint) : IncidentCommand(IncidentCommands.DrawFootprint);

/// <summary>Write something down.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.note")]
public sealed record NoteIncident([property: Id(0)] string Text) : IncidentCommand(IncidentCommands.Note);

/// <summary>A person has seen it.</summary>
[GenerateSerializer, Immutable, Alias("citymap.incident.acknowledge")]
public sealed record AcknowledgeIncident() : IncidentCommand(IncidentCommands.Acknowledge);

/// <summary>Tie it to a facility.</summary>
/// <param name="Facility">The facility's id; null unties it.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.link-facility")]
public sealed record LinkFacility([property: Id(0)] string? Facility) : IncidentCommand(IncidentCommands.LinkFacility);
