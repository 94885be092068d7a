using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Demo.Incidents;

/// <summary>What somebody reports: everything the public route for new incidents takes. All texts are NFC.</summary>
/// <param name="Type">A type code, for example <c>LIGHT</c>.</param>
/// <param name="Title">Vietnamese, at most 120 characters.</param>
/// <param name="Description">Vietnamese, one to three sentences.</param>
/// <param name="Severity">1 to 5.</param>
/// <param name="Position">Where, WGS 84.</param>
/// <param name="OccurredAt">When, UTC, whole seconds.</param>
/// <param name="Actor">Who reports.</param>
public sealed record DemoReport(
    string Type, string Title, string Description, int Severity, LonLat Position, DateTimeOffset OccurredAt, string Actor)
{
    /// <summary>The facility it is about, or null.</summary>
    public string? Facility { get; init; }

    /// <summary>The line or area it covers (WGS 84), or null.</summary>
    public Geometry? Footprint { get; init; }

    /// <summary>True for a drill.</summary>
    public bool Exercise { get; init; }
}
