using System.Globalization;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Incidents;
using NetTopologySuite.Geometries;

namespace CityMap.Grains.Incidents;

/// <summary>The live layers <c>incidents</c> and <c>incident_footprints</c>: an incident as everybody's features.</summary>
public static class IncidentLayer
{
    /// <summary>Id of the layer of pins.</summary>
    public const string Id = "incidents";

    /// <summary>Id of the layer of drawn footprints.</summary>
    public const string FootprintsId = "incident_footprints";

    /// <summary>The layer of pins.</summary>
    public static LayerInfo Incidents { get; } = new(
        Id,
        new("Sự cố", "Incidents"),
        GeometryKind.Point,
        [
            new("type", FieldType.Text, new("Loại", "Type"), Indexed: true),
            new("title", FieldType.Text, new("Tiêu đề", "Title")),
            new("description", FieldType.Text, new("Mô tả", "Description")),
            new("severity", FieldType.Integer, new("Mức độ", "Severity"), Indexed: true),
            new("state", FieldType.Text, new("Trạng thái", "State"), Indexed: true),
            new("district", FieldType.Text, new("Địa bàn", "District"), Indexed: true),
            new("address", FieldType.Text, new("Địa chỉ", "Address")),
            new("agency", FieldType.Text, new("Đơn vị xử lý", "Agency"), Indexed: true),
            new("facility", FieldType.Text, new("Công trình", "Facility"), Indexed: true),
            new("acknowledged", FieldType.Boolean, new("Đã xem", "Acknowledged")),
            new("exercise", FieldType.Boolean, new("Diễn tập", "Exercise")),
            new("occurred_at", FieldType.Timestamp, new("Xảy ra lúc", "Occurred at")),
            new("recorded_at", FieldType.Timestamp, new("Ghi nhận lúc", "Recorded at"), Indexed: true),
            new("updated_at", FieldType.Timestamp, new("Cập nhật lúc", "Updated at"), Indexed: true),
            new("due_at", FieldType.Timestamp, new("Hạn xử lý", "Due at"), Indexed: true),
            new("closed_at", FieldType.Timestamp, new("Đóng lúc", "Closed at")),
            new("version", FieldType.Integer, new("Phiên bản", "Version")),
            new("open", FieldType.Boolean, new("Đang mở", "Open"), Indexed: true),
        ])
    {
        Live = true,
        Group = "live",
        Order = 900,
        Owner = "CityMap",
        Source = "CityMap",
    };

    /// <summary>The layer of drawn footprints.</summary>
    public static LayerInfo Footprints { get; } = new(
        FootprintsId,
        new("Phạm vi sự cố", "Incident footprints"),
        GeometryKind.Any,
        [
            new("type", FieldType.Text, new("Loại", "Type")),
            new("severity", FieldType.Integer, new("Mức độ", "Severity")),
            new("state", FieldType.Text, new("Trạng thái", "State")),
            new("district", FieldType.Text, new("Địa bàn", "District"), Indexed: true),
        ])
    {
        Live = true,
        Group = "live",
        Order = 890,
        MinZoom = 10,
        Owner = "CityMap",
        Source = "CityMap",
    };

    /// <summary>The pin of an incident.</summary>
    public static Feature ToFeature(IncidentSnapshot incident) => new(
        Key(incident.Id),
        new Point(incident.Position.Lon, incident.Position.Lat) { SRID = 4326 },
        new Dictionary<string, object?>(18, StringComparer.Ordinal)
        {
            ["type"] = incident.Type,
            ["title"] = incident.Title,
            ["description"] = incident.Description,
            ["severity"] = (long)incident.Severity,
            ["state"] = incident.State.Code(),
            ["district"] = incident.District?.Id,
            ["address"] = incident.Address,
            ["agency"] = incident.Agency,
            ["facility"] = incident.Facility,
            ["acknowledged"] = incident.Acknowledged,
            ["exercise"] = incident.Exercise,
            ["occurred_at"] = incident.OccurredAt,
            ["recorded_at"] = incident.RecordedAt,
            ["updated_at"] = incident.UpdatedAt,
            ["due_at"] = incident.DueAt,
            ["closed_at"] = incident.ClosedAt,
            ["version"] = incident.Version,
            ["open"] = incident.Open,
        });

    /// <summary>The footprint of an incident; null when none is drawn.</summary>
    public static Feature? ToFootprint(IncidentSnapshot incident) => incident.Footprint is null ? null : new(
        Key(incident.Id),
        incident.Footprint,
        new Dictionary<string, object?>(4, StringComparer.Ordinal)
        {
            ["type"] = incident.Type,
            ["severity"] = (long)incident.Severity,
            ["state"] = incident.State.Code(),
            ["district"] = incident.District?.Id,
        });

    /// <summary>What a step from one snapshot to the next changes on the map.</summary>
    internal static IReadOnlyList<FeatureChange> Changes(IncidentSnapshot? before, IncidentSnapshot after)
    {
        var pin = new FeatureChange(Id, Key(after.Id), ToFeature(after));
        if (after.Footprint is null && before?.Footprint is null) return [pin];
        return [pin, new FeatureChange(FootprintsId, Key(after.Id), ToFootprint(after))];
    }

    private static string Key(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);
}
