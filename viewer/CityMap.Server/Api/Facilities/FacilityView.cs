using System.Text.Json.Serialization;
using CityMap.Server.Api.Geometries;
using CityMap.Server.Api.Incidents;

namespace CityMap.Server.Api.Facilities;

/// <summary>A facility as the API and the live feed show it in lists.</summary>
internal record FacilityView
{
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public string? NameEn { get; init; }

    /// <summary>Working, Degraded, Down or Unknown.</summary>
    public required string Status { get; init; }
    public PositionView? Position { get; init; }
    public DistrictRef? District { get; init; }
    public string? Address { get; init; }
    public long? Capacity { get; init; }
    public long? Used { get; init; }

    /// <summary>It does not work as it should, or a limit is crossed.</summary>
    public bool InTrouble { get; init; }
    public DateTime? UpdatedAt { get; init; }
}

/// <summary>A facility by itself.</summary>
internal sealed record FacilityDetail : FacilityView
{
    /// <summary>Why it has this status.</summary>
    [JsonPropertyOrder(1)]
    public string? Reason { get; init; }

    /// <summary>How many things have happened to it.</summary>
    [JsonPropertyOrder(1)]
    public required long Version { get; init; }

    /// <summary>The journal sequence number of the last of them.</summary>
    [JsonPropertyOrder(1)]
    public required long Sequence { get; init; }

    /// <summary>What it is measured against.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<LimitView> Limits { get; init; }

    /// <summary>The latest measurement of each quantity.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<ReadingView> Readings { get; init; }

    /// <summary>What happened to it, oldest first.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    /// <summary>Incidents that are tied to it, the latest first, at most 50.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<IncidentView> Incidents { get; init; }
}

/// <summary>What a quantity is measured against.</summary>
internal sealed record LimitView(
    string Quantity, double? Min, double? Max, double Hysteresis, string IncidentType, int Severity, CrossingView? Crossed);

/// <summary>How a limit is crossed now.</summary>
internal sealed record CrossingView(double Value, double Limit, DateTime At, string Incident);

/// <summary>One measurement.</summary>
internal sealed record ReadingView(string Quantity, DateTime At, double Value);

/// <summary>Measurements, oldest first.</summary>
internal sealed record ReadingPage(IReadOnlyList<ReadingView> Items);

/// <summary>One page of facilities.</summary>
internal sealed record FacilityPage(
    long NumberMatched, int NumberReturned, long Sequence, string? Next, IReadOnlyList<FacilityView> Items);
