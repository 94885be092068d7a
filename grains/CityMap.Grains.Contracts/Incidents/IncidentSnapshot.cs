using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Grains.Contracts.Incidents;

/// <summary>An incident as its entries up to <see cref="Version"/> make it. Immutable; also the state the decider works on.</summary>
/// <param name="Id">UUIDv7.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.snapshot")]
public sealed record IncidentSnapshot([property: Id(0)] Guid Id)
{
    /// <summary>A code of <see cref="IncidentTypes"/>.</summary>
    [Id(1)] public required string Type { get; init; }

    [Id(2)] public required string Title { get; init; }

    [Id(3)] public string? Description { get; init; }

    /// <summary>1 (minor) to 5 (life at risk).</summary>
    [Id(4)] public required int Severity { get; init; }

    [Id(5)] public IncidentState State { get; init; }

    /// <summary>How many entries its stream has.</summary>
    [Id(6)] public long Version { get; init; }

    /// <summary>WGS 84.</summary>
    [Id(7)] public required LonLat Position { get; init; }

    /// <summary>Line or polygon, WGS 84; null when none was drawn.</summary>
    [Id(8)] public Geometry? Footprint { get; init; }

    /// <summary>Null when it lies outside every district.</summary>
    [Id(9)] public AreaRef? District { get; init; }

    /// <summary>Why that district; null when there were no districts to ask.</summary>
    [Id(10)] public Jurisdiction? Jurisdiction { get; init; }

    /// <summary>Nearest street and area; null when neither is known.</summary>
    [Id(11)] public string? Address { get; init; }

    /// <summary>The agency or unit that has it.</summary>
    [Id(12)] public string? Agency { get; init; }

    /// <summary>Id of the facility it is tied to.</summary>
    [Id(13)] public string? Facility { get; init; }

    [Id(14)] public bool Acknowledged { get; init; }

    /// <summary>True for a drill: it never enters figures.</summary>
    [Id(15)] public bool Exercise { get; init; }

    /// <summary>When it happened, UTC.</summary>
    [Id(16)] public DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was first written down, UTC.</summary>
    [Id(17)] public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When the last thing happened to it, UTC.</summary>
    [Id(18)] public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the running allowance began: its occurrence, or its last reopening, UTC.</summary>
    [Id(19)] public DateTimeOffset ClockFrom { get; init; }

    /// <summary>When it should be done, UTC.</summary>
    [Id(20)] public DateTimeOffset DueAt { get; init; }

    /// <summary>When it was closed or rejected, UTC; null while open.</summary>
    [Id(21)] public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Journal sequence number of its last entry; 0 when not yet known.</summary>
    [Id(22)] public long Sequence { get; init; }

    /// <summary>True while somebody still has to do something.</summary>
    public bool Open => State.IsOpen();

    /// <summary>The commands that may be given now.</summary>
    public IReadOnlyList<string> Allowed => IncidentCommands.AllowedIn(State, Acknowledged);
}
