using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Districts;
using CityMap.Server.Api.Incidents;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Facilities;

/// <summary>Shows facilities.</summary>
internal sealed class FacilityViews(CityGeography geography)
{
    /// <summary>A feature of the layer <c>facilities</c>.</summary>
    public FacilityView Item(Feature feature)
    {
        var district = feature["district"] as string;
        return new()
        {
            Id = feature.Id,
            Kind = (string)feature["kind"]!,
            Name = (string)feature["name"]!,
            NameEn = feature["name_en"] as string,
            Status = (string)feature["status"]!,
            Position = feature.Geometry is Point { IsEmpty: false } at ? new(at.X, at.Y) : null,
            District = district is null ? null : new(district, geography.NameOf(district)),
            Address = feature["address"] as string,
            Capacity = feature["capacity"] as long?,
            Used = feature["used"] as long?,
            InTrouble = feature["in_trouble"] is true,
            UpdatedAt = (feature["updated_at"] as DateTimeOffset?)?.UtcDateTime,
        };
    }

    /// <summary>A facility by itself, with what belongs to it.</summary>
    public static FacilityDetail Detail(
        FacilitySnapshot facility, IReadOnlyList<ReadingView> readings, IReadOnlyList<HistoryEntry> history, IReadOnlyList<IncidentView> incidents) => new()
        {
            Id = facility.Id,
            Kind = facility.Kind,
            Name = facility.Name,
            NameEn = facility.NameEn,
            Status = facility.Status.ToString(),
            Position = new(facility.Position.Lon, facility.Position.Lat),
            District = facility.District is { } district ? new(district.Id, district.Name) : null,
            Address = facility.Address,
            Capacity = facility.Capacity,
            Used = facility.Used,
            InTrouble = facility.InTrouble,
            UpdatedAt = facility.UpdatedAt.UtcDateTime,
            Reason = facility.Reason,
            Version = facility.Version,
            Sequence = facility.Sequence,
            Limits = [.. facility.Limits.Select(limit => Limit(limit, facility.Crossed.FirstOrDefault(c => c.Quantity == limit.Quantity)))],
            Readings = readings,
            History = history,
            Incidents = incidents,
        };

    /// <summary>A measurement.</summary>
    public static ReadingView Reading(Reading reading) => new(reading.Quantity, reading.At.UtcDateTime, reading.Value);

    private static LimitView Limit(FacilityLimit limit, CrossedLimit? crossed) => new(
        limit.Quantity,
        limit.Min,
        limit.Max,
        limit.Hysteresis,
        limit.IncidentType,
        limit.Severity,
        crossed is null ? null : new(crossed.Value, crossed.Limit, crossed.At.UtcDateTime, crossed.Incident.ToString()));
}
