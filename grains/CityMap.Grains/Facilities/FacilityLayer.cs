using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Facilities;
using NetTopologySuite.Geometries;

namespace CityMap.Grains.Facilities;

/// <summary>The live layer <c>facilities</c>: a facility as everybody's feature.</summary>
public static class FacilityLayer
{
    /// <summary>Id of the layer.</summary>
    public const string Id = "facilities";

    /// <summary>The layer.</summary>
    public static LayerInfo Facilities { get; } = new(
        Id,
        new("Công trình", "Facilities"),
        GeometryKind.Point,
        [
            new("kind", FieldType.Text, new("Loại", "Kind"), Indexed: true),
            new("name", FieldType.Text, new("Tên", "Name")),
            new("name_en", FieldType.Text, new("Tên tiếng Anh", "English name")),
            new("status", FieldType.Text, new("Tình trạng", "Status"), Indexed: true),
            new("district", FieldType.Text, new("Địa bàn", "District"), Indexed: true),
            new("address", FieldType.Text, new("Địa chỉ", "Address")),
            new("capacity", FieldType.Integer, new("Sức chứa", "Capacity")),
            new("used", FieldType.Integer, new("Đang dùng", "Used")),
            new("in_trouble", FieldType.Boolean, new("Gặp sự cố", "In trouble"), Indexed: true),
            new("updated_at", FieldType.Timestamp, new("Cập nhật lúc", "Updated at")),
        ])
    {
        Live = true,
        Group = "live",
        Order = 800,
        Owner = "CityMap",
        Source = "CityMap",
    };

    /// <summary>A facility on the map.</summary>
    public static Feature ToFeature(FacilitySnapshot facility) => new(
        facility.Id,
        new Point(facility.Position.Lon, facility.Position.Lat) { SRID = 4326 },
        new Dictionary<string, object?>(10, StringComparer.Ordinal)
        {
            ["kind"] = facility.Kind,
            ["name"] = facility.Name,
            ["name_en"] = facility.NameEn,
            ["status"] = facility.Status.ToString(),
            ["district"] = facility.District?.Id,
            ["address"] = facility.Address,
            ["capacity"] = facility.Capacity,
            ["used"] = facility.Used,
            ["in_trouble"] = facility.InTrouble,
            ["updated_at"] = facility.UpdatedAt,
        });

    /// <summary>Whether there is such a facility.</summary>
    internal static async Task<bool> ExistsAsync(IFeatureStore features, string id, CancellationToken cancellationToken) =>
        id.Length is > 0 and <= 128 && await features.FindAsync(Id, id, null, cancellationToken) is not null;

    /// <summary>What a step to a snapshot changes on the map.</summary>
    internal static IReadOnlyList<FeatureChange> Changes(FacilitySnapshot after) => [new(Id, after.Id, ToFeature(after))];
}
