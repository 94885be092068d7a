using CityMap.Geo.Layers;

namespace CityMap.Geo.Demo;

/// <summary>The static layers of the demo city as the catalogue describes them.</summary>
internal static class DemoLayers
{
    public static IReadOnlyList<LayerInfo> All { get; } =
    [
        Layer("green", "Cây xanh, đồi núi", "Parks and hills", GeometryKind.Polygon, "base", 10, 8, "Sở Nông nghiệp và Môi trường", "P1Y",
            Name, Text("kind", "Loại", "Kind")),
        Layer("water", "Sông, hồ", "Rivers and lakes", GeometryKind.Polygon, "base", 20, 6, "Sở Nông nghiệp và Môi trường", "P1Y",
            Name, Text("kind", "Loại", "Kind")),
        Layer("buildings", "Công trình xây dựng", "Buildings", GeometryKind.Polygon, "base", 30, 14, "Sở Xây dựng", "P1Y",
            Name, Text("kind", "Loại", "Kind"), Whole("levels", "Số tầng", "Storeys")),
        Layer("streets", "Đường phố", "Streets", GeometryKind.Line, "base", 40, 8, "Sở Xây dựng", "P6M",
            Name, Text("class", "Cấp đường", "Class")),
        Layer("districts", "Địa bàn", "Districts", GeometryKind.Polygon, "base", 50, 5, "Sở Nội vụ", "P1Y",
            Text("code", "Mã", "Code"), Text("name_vi", "Tên", "Name"), Text("name_en", "Tên tiếng Anh", "English name"),
            Text("kind", "Loại", "Kind"), Text("edition", "Phiên bản", "Edition"),
            Text("valid_from", "Hiệu lực từ", "Valid from"), Text("valid_to", "Hiệu lực đến", "Valid to")),
        Network("water_pipes", "Ống cấp nước", "Water pipes", 60, 14, "Công ty Cổ phần Cấp thoát nước Lạng Sơn",
            Whole("diameter_mm", "Đường kính", "Diameter", "mm")),
        Network("drains", "Cống thoát nước", "Drains", 61, 14, "Công ty Cổ phần Cấp thoát nước Lạng Sơn",
            Whole("diameter_mm", "Đường kính", "Diameter", "mm")),
        Network("power_lines", "Đường dây điện", "Power lines", 62, 12, "Công ty Điện lực Lạng Sơn",
            new FieldInfo("voltage_kv", FieldType.Real, new("Điện áp", "Voltage"), "kV")),
        Network("lighting_lines", "Tuyến chiếu sáng", "Lighting lines", 63, 14, "Trung tâm Dịch vụ công ích đô thị"),
        Layer("street_lights", "Đèn đường", "Street lights", GeometryKind.Point, "network", 64, 15,
            "Trung tâm Dịch vụ công ích đô thị", "P3M",
            Text("code", "Mã", "Code"), Text("kind", "Loại", "Kind")),
    ];

    private static FieldInfo Name => Text("name", "Tên", "Name");

    private static FieldInfo Text(string name, string vi, string en) => new(name, FieldType.Text, new(vi, en));

    private static FieldInfo Whole(string name, string vi, string en, string? unit = null) =>
        new(name, FieldType.Integer, new(vi, en), unit);

    private static LayerInfo Network(string id, string vi, string en, int order, int minZoom, string owner, params FieldInfo[] more) =>
        Layer(id, vi, en, GeometryKind.Line, "network", order, minZoom, owner, "P3M",
            [Text("code", "Mã", "Code"), Text("kind", "Loại", "Kind"), Whole("installed_year", "Năm lắp đặt", "Year installed"), .. more]);

    private static LayerInfo Layer(
        string id, string vi, string en, GeometryKind kind, string group, int order, int minZoom, string owner, string cadence,
        params FieldInfo[] fields) => new(id, new(vi, en), kind, fields)
        {
            Group = group,
            Order = order,
            MinZoom = minZoom,
            MaxZoom = 16,
            Owner = owner,
            Source = "CityMap, dữ liệu minh hoạ",
            Cadence = cadence,
            Illustrative = true,
        };
}
