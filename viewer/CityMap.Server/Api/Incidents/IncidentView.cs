using System.Text.Json.Serialization;
using CityMap.Server.Api.Geometries;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Incidents;

/// <summary>An incident as the API and the live feed show it in lists.</summary>
internal record IncidentView
{
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }

    /// <summary>1 (minor) to 5 (life at risk).</summary>
    public required long Severity { get; init; }
    public required string State { get; init; }

    /// <summary>How many things have happened to it; a command names the version it was decided on.</summary>
    public required long Version { get; init; }
    public PositionView? Position { get; init; }

    [JsonConverter(typeof(GeometryConverter))]
    public Geometry? Footprint { get; init; }
    public DistrictRef? District { get; init; }
    public string? Address { get; init; }
    public string? Agency { get; init; }
    public string? Facility { get; init; }
    public bool Acknowledged { get; init; }
    public bool Exercise { get; init; }
    public bool Open { get; init; }

    /// <summary>Open and past its deadline, at the moment that was asked about.</summary>
    public bool Overdue { get; init; }

    /// <summary>Open, and the last fifth of its allowance (at least an hour) has begun.</summary>
    public bool DueSoon { get; init; }
    public DateTime? OccurredAt { get; init; }
    public DateTime? RecordedAt { get; init; }
    public DateTime? UpdatedAt { get; init; }
    public DateTime? DueAt { get; init; }
    public DateTime? ClosedAt { get; init; }
}

/// <summary>An incident by itself: the list's members and what only makes sense for one.</summary>
internal sealed record IncidentDetail : IncidentView
{
    /// <summary>Why this district.</summary>
    [JsonPropertyOrder(1)]
    public JurisdictionView? Jurisdiction { get; init; }

    /// <summary>The commands that may be given now.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<string> Allowed { get; init; }

    /// <summary>The journal sequence number of the last thing that happened to it.</summary>
    [JsonPropertyOrder(1)]
    public required long Sequence { get; init; }
}
