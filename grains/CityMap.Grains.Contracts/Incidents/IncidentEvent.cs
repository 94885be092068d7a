using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Grains.Contracts.Incidents;

/// <summary>Something that happened to an incident. Its members are the entry's data in the journal: they may be added to, never changed.</summary>
[GenerateSerializer, Immutable, Alias("citymap.incident.event")]
public abstract record IncidentEvent;

/// <summary>It was reported. Everything decided then is kept, so that a later change of rules does not change the past.</summary>
[GenerateSerializer, Immutable, Alias("citymap.incident.reported")]
public sealed record IncidentReported(
    [property: Id(0)] string Type,
    [property: Id(1)] string Title,
    [property: Id(2)] int Severity,
    [property: Id(3)] LonLat Position,
    [property: Id(4)] DateTimeOffset DueAt) : IncidentEvent
{
    [Id(5)] public string? Description { get; init; }
    [Id(6)] public Geometry? Footprint { get; init; }
    [Id(7)] public AreaRef? District { get; init; }
    [Id(8)] public Jurisdiction? Jurisdiction { get; init; }
    [Id(9)] public string? Address { get; init; }
    [Id(10)] public string? Facility { get; init; }
    [Id(11)] public bool Exercise { get; init; }
}

[GenerateSerializer, Immutable, Alias("citymap.incident.received")]
public sealed record IncidentReceived : IncidentEvent;

[GenerateSerializer, Immutable, Alias("citymap.incident.assigned")]
public sealed record IncidentAssigned([property: Id(0)] string Agency) : IncidentEvent;

[GenerateSerializer, Immutable, Alias("citymap.incident.started")]
public sealed record IncidentStarted : IncidentEvent;

[GenerateSerializer, Immutable, Alias("citymap.incident.fix-claimed")]
public sealed record FixClaimed([property: Id(0)] string? Note) : IncidentEvent;

[GenerateSerializer, Immutable, Alias("citymap.incident.fix-verified")]
public sealed record FixVerified : IncidentEvent;

[GenerateSerializer, Immutable, Alias("citymap.incident.closed")]
public sealed record IncidentClosed : IncidentEvent;

[GenerateSerializer, Immutable, Alias("citymap.incident.rejected")]
public sealed record IncidentRejected([property: Id(0)] string Reason) : IncidentEvent;

/// <param name="Reason">Why.</param>
/// <param name="From">The state it was in.</param>
/// <param name="DueAt">The new deadline, UTC.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.reopened")]
public sealed record IncidentReopened(
    [property: Id(0)] string Reason, [property: Id(1)] IncidentState From, [property: Id(2)] DateTimeOffset DueAt) : IncidentEvent;

/// <summary>Null members stay as they were; an empty description removes it.</summary>
[GenerateSerializer, Immutable, Alias("citymap.incident.corrected")]
public sealed record IncidentCorrected(
    [property: Id(0)] string? Type,
    [property: Id(1)] int? Severity,
    [property: Id(2)] string? Title,
    [property: Id(3)] string? Description,
    [property: Id(4)] DateTimeOffset? DueAt) : IncidentEvent;

[GenerateSerializer, Immutable, Alias("citymap.incident.moved")]
public sealed record IncidentMoved(
    [property: Id(0)] LonLat Position,
    [property: Id(1)] AreaRef? District,
    [property: Id(2)] Jurisdiction? Jurisdiction,
    [property: Id(3)] string? Address) : IncidentEvent;

/// <param name="Geometry">Null when the drawing was wiped.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.footprint-drawn")]
public sealed record FootprintDrawn([property: Id(0)] Geometry? Geometry) : IncidentEvent;

[GenerateSerializer, Immutable, Alias("citymap.incident.noted")]
public sealed record IncidentNoted([property: Id(0)] string Text) : IncidentEvent;

[GenerateSerializer, Immutable, Alias("citymap.incident.acknowledged")]
public sealed record IncidentAcknowledged : IncidentEvent;

/// <param name="Facility">Null when it was untied.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.facility-linked")]
public sealed record FacilityLinked([property: Id(0)] string? Facility) : IncidentEvent;
