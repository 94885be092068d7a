using CityMap.Geo.Layers;
using NetTopologySuite.IO;

namespace CityMap.Geo.Tests.Formats.Exports;

/// <summary>A layer with every type of field, and features whose values are hard to keep.</summary>
internal static class SomeExport
{
    private static readonly FieldInfo[] Fields =
    [
        Field("name_vietnamese", FieldType.Text), Field("name_vietnamese_old", FieldType.Text), Field("count", FieldType.Integer),
        Field("level", FieldType.Real), Field("open", FieldType.Boolean), Field("seen_at", FieldType.Timestamp),
    ];

    public static LayerInfo Layer(GeometryKind kind) => new("lop_thu", new("Lớp thử", "Test layer"), kind, Fields);

    public static Feature Feature(string id, string? wkt, string name = "Đường Trần Đăng Ninh", double level = 106.761234567891) =>
        new(id, wkt is null ? null : new WKTReader().Read(wkt), new Dictionary<string, object?>
        {
            ["name_vietnamese"] = name,
            ["name_vietnamese_old"] = "Phố Kỳ Lừa",
            ["count"] = -9007199254740993L,
            ["level"] = level,
            ["open"] = true,
            ["seen_at"] = new DateTimeOffset(2026, 11, 23, 7, 5, 1, 250, TimeSpan.Zero),
        });

    private static FieldInfo Field(string name, FieldType type) => new(name, type, new(name, name));
}
