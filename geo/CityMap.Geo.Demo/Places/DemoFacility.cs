using CityMap.Geo.Coordinates;

namespace CityMap.Geo.Demo.Places;

/// <summary>A facility of the demo city, as the route that defines facilities takes it.</summary>
/// <param name="Id">Its key, for example <c>PUMP-03</c>.</param>
/// <param name="Kind">One of the facility kinds, for example <c>hospital</c>.</param>
/// <param name="Name">Vietnamese, NFC.</param>
/// <param name="NameEn">English.</param>
/// <param name="Position">Where, WGS 84.</param>
public sealed record DemoFacility(string Id, string Kind, string Name, string NameEn, LonLat Position)
{
    /// <summary>Vietnamese street address, or null.</summary>
    public string? Address { get; init; }

    /// <summary>How much it can take (beds, pupils, cubic metres …), or null.</summary>
    public long? Capacity { get; init; }

    /// <summary>How much of the capacity is in use, or null.</summary>
    public long? Used { get; init; }

    /// <summary><c>Working</c>, <c>Degraded</c>, <c>Down</c> or <c>Unknown</c> at the moment the city was generated for.</summary>
    public string Status { get; init; } = "Working";

    /// <summary>Why the status is not <c>Working</c>, Vietnamese; null when it is.</summary>
    public string? StatusReason { get; init; }

    /// <summary>When the status became what it is, UTC; null for always.</summary>
    public DateTimeOffset? StatusSince { get; init; }

    /// <summary>What it measures and when that is too much.</summary>
    public IReadOnlyList<DemoLimit> Limits { get; init; } = [];
}
