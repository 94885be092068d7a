using System.Text.Json.Serialization;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Incidents;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Incidents;

/// <summary>An incident as the API and the live feed show it in lists.</summary>
internal record IncidentView
{
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public required long Severity { get; init; }
    public required string State { get; init; }
    public required long Version { get; init; }
    public required PositionView Position { get; init; }
    public Geometry? Footprint { get; init; }
    public DistrictRef? District { get; init; }
    public string? Address { get; init; }
    public string? Agency { get; init; }
    public string? Facility { get; init; }
    public bool Acknowledged { get; init; }
    public bool Exercise { get; init; }
    public bool Open { get; init; }
    public bool Overdue { get; init; }
    public bool DueSoon { get; init; }
    public DateTime OccurredAt { get; init; }
    public DateTime RecordedAt { get; init; }
    public DateTime UpdatedAt { get; init; }
    public DateTime DueAt { get; init; }
    public DateTime? ClosedAt { get; init; }
}
