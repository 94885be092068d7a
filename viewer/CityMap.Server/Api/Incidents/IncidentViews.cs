using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Geography;
using CityMap.Grains.Incidents;
using CityMap.Server.Api.Districts;
using CityMap.Server.Api.Geometries;
using Microsoft.Extensions.Options;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Incidents;

/// <summary>Shows incidents: as features of the layer in lists and in the feed, as snapshots by themselves.</summary>
internal sealed class IncidentViews(CityGeography geography, IOptions<DeadlineOptions> deadlines)
{
    /// <summary>A feature of the layer <c>incidents</c>.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="footprint">Its drawn shape, when there is one.</param>
    /// <param name="now">The moment that deadlines are measured against.</param>
    public IncidentView Item(Feature feature, Geometry? footprint, DateTimeOffset now)
    {
        var district = feature["district"] as string;
        var open = feature["open"] is true;
        var severity = (long)feature["severity"]!;
        var due = feature["due_at"] as DateTimeOffset?;
        return new()
        {
            Id = feature.Id,
            Type = (string)feature["type"]!,
            Title = (string)feature["title"]!,
            Description = feature["description"] as string,
            Severity = severity,
            State = (string)feature["state"]!,
            Version = (long)feature["version"]!,
            Position = feature.Geometry is Point { IsEmpty: false } at ? new(at.X, at.Y) : null,
            Footprint = footprint,
            District = district is null ? null : new(district, geography.NameOf(district)),
            Address = feature["address"] as string,
            Agency = feature["agency"] as string,
            Facility = feature["facility"] as string,
            Acknowledged = feature["acknowledged"] is true,
            Exercise = feature["exercise"] is true,
            Open = open,
            Overdue = open && due < now,
            DueSoon = due is { } deadline && Deadlines.IsDueSoon(open, severity, deadline, now, deadlines.Value),
            OccurredAt = Utc(feature["occurred_at"]),
            RecordedAt = Utc(feature["recorded_at"]),
            UpdatedAt = Utc(feature["updated_at"]),
            DueAt = due?.UtcDateTime,
            ClosedAt = Utc(feature["closed_at"]),
        };
    }

    /// <summary>An incident by itself.</summary>
    public static IncidentDetail Detail(IncidentSnapshot incident, DateTimeOffset now, DeadlineOptions deadlines) => new()
    {
        Id = incident.Id.ToString(),
        Type = incident.Type,
        Title = incident.Title,
        Description = incident.Description,
        Severity = incident.Severity,
        State = incident.State.Code(),
        Version = incident.Version,
        Position = new PositionView(incident.Position.Lon, incident.Position.Lat),
        Footprint = incident.Footprint,
        District = incident.District is { } district ? new(district.Id, district.Name) : null,
        Address = incident.Address,
        Agency = incident.Agency,
        Facility = incident.Facility,
        Acknowledged = incident.Acknowledged,
        Exercise = incident.Exercise,
        Open = incident.Open,
        Overdue = incident.IsOverdue(now),
        DueSoon = incident.IsDueSoon(now, deadlines),
        OccurredAt = incident.OccurredAt.UtcDateTime,
        RecordedAt = incident.RecordedAt.UtcDateTime,
        UpdatedAt = incident.UpdatedAt.UtcDateTime,
        DueAt = incident.DueAt.UtcDateTime,
        ClosedAt = incident.ClosedAt?.UtcDateTime,
        Jurisdiction = JurisdictionView.Of(incident.Jurisdiction),
        Allowed = incident.Allowed,
        Sequence = incident.Sequence,
    };

    private static DateTime? Utc(object? instant) => (instant as DateTimeOffset?)?.UtcDateTime;
}
