using CityMap.Geo.Layers;
using CityMap.Grains.Geography;

namespace CityMap.Server.Api.Areas;

/// <summary>The layer that holds every edition of areas.</summary>
internal static class EditionLayer
{
    private static readonly FieldInfo[] Fields =
    [
        Text("code", "Mã", "Code"), Text("name_vi", "Tên", "Name"), Text("name_en", "Tên tiếng Anh", "English name"), Text("kind", "Loại", "Kind"),
        Text("edition", "Phiên bản", "Edition"), Text("valid_from", "Hiệu lực từ", "Valid from"), Text("valid_to", "Hiệu lực đến", "Valid to"),
    ];

    /// <summary>The layer as it is, with the fields of areas; a new one when there is none.</summary>
    public static LayerInfo Of(LayerInfo? existing, string? file)
    {
        if (existing is null)
        {
            return new(CityGeography.DistrictsLayer, new("Địa bàn", "Districts"), GeometryKind.Polygon, Fields)
            {
                Group = "base",
                Order = 50,
                MinZoom = 5,
                MaxZoom = 16,
                Source = file,
            };
        }

        return existing with { Fields = [.. existing.Fields, .. Fields.Where(f => existing.Fields.All(k => k.Name != f.Name))], Source = file ?? existing.Source };
    }

    private static FieldInfo Text(string name, string vi, string en) => new(name, FieldType.Text, new(vi, en));
}
