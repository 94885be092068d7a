using CityMap.Geo.Layers;

namespace CityMap.Grains.Contracts.Facilities;

/// <summary>The catalogue of facility kinds.</summary>
public static class FacilityKinds
{
    /// <summary>Every kind with what people read.</summary>
    public static IReadOnlyList<(string Code, LocalText Title)> All { get; } =
    [
        ("hospital", new("Bệnh viện", "Hospital")),
        ("clinic", new("Trạm y tế", "Clinic")),
        ("school", new("Trường học", "School")),
        ("university", new("Trường đại học, cao đẳng", "University or college")),
        ("police", new("Công an", "Police")),
        ("fire_station", new("Phòng cháy chữa cháy", "Fire station")),
        ("town_hall", new("Ủy ban nhân dân", "People's Committee")),
        ("market", new("Chợ", "Market")),
        ("bus_station", new("Bến xe", "Bus station")),
        ("railway_station", new("Ga tàu", "Railway station")),
        ("border_gate", new("Cửa khẩu", "Border gate")),
        ("heritage", new("Di tích", "Heritage site")),
        ("pagoda", new("Chùa, đền", "Pagoda or temple")),
        ("museum", new("Bảo tàng", "Museum")),
        ("hotel", new("Khách sạn", "Hotel")),
        ("park", new("Công viên", "Park")),
        ("stadium", new("Sân vận động", "Stadium")),
        ("post_office", new("Bưu điện", "Post office")),
        ("bank", new("Ngân hàng", "Bank")),
        ("pump_station", new("Trạm bơm", "Pump station")),
        ("water_plant", new("Nhà máy nước", "Water plant")),
        ("substation", new("Trạm biến áp", "Substation")),
        ("reservoir", new("Hồ chứa", "Reservoir")),
        ("waste_station", new("Trạm trung chuyển rác", "Waste station")),
        ("camera", new("Camera", "Camera")),
        ("hydrant", new("Trụ nước chữa cháy", "Hydrant")),
        ("rain_gauge", new("Trạm đo mưa", "Rain gauge")),
    ];

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(kind => kind.Code)];
}
