using NetTopologySuite.Geometries;

namespace CityMap.Grains.Contracts.Incidents;

/// <summary>Somebody says that something is wrong somewhere. Unchecked: the intake checks it and names what is wrong.</summary>
/// <param name="Type">A code of <see cref="IncidentTypes"/>.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Severity">1 (minor) to 5 (life at risk).</param>
/// <param name="Lon">Longitude, degrees, WGS 84.</param>
/// <param name="Lat">Latitude, degrees, WGS 84.</param>
[GenerateSerializer, Immutable, Alias("citymap.incident.report")]
public sealed record ReportIncident(
    [property: Id(0)] string Type,
    [property: Id(1)] string Title,
    [property: Id(2)] int Severity,
    [property: Id(3)] double Lon,
    [property: Id(4)] double Lat)
{
    /// <summary>At most 4,000 characters; null when there is none.</summary>
    [Id(5)] public string? Description { get; init; }

    /// <summary>Line or polygon in WGS 84; null when there is none.</summary>
    [Id(6)] public Geometry? Footprint { get; init; }

    /// <summary>The facility it concerns; null when none.</summary>
    [Id(7)] public string? Facility { get; init; }

    /// <summary>True for a drill: it never enters figures.</summary>
    [Id(8)] public bool Exercise { get; init; }
}
