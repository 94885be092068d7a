using System.Collections.Frozen;

namespace CityMap.Grains.Contracts.Incidents;

/// <summary>The catalogue of incident types.</summary>
public static class IncidentTypes
{
    /// <summary>Every type, in the order people pick from.</summary>
    public static IReadOnlyList<IncidentType> All { get; } =
    [
        new("TRAFFIC", new("Giao thông", "Traffic")),
        new("LIGHT", new("Chiếu sáng", "Street lighting")),
        new("TREE", new("Cây xanh", "Trees")),
        new("WATER", new("Cấp thoát nước, ngập", "Water, drains, flooding")),
        new("POWER", new("Điện", "Electricity")),
        new("TELECOM", new("Viễn thông", "Telecommunications")),
        new("WASTE", new("Vệ sinh môi trường", "Waste and environment")),
        new("NOISE", new("Tiếng ồn", "Noise")),
        new("ORDER", new("Trật tự đô thị", "Urban order")),
        new("SECURITY", new("An ninh", "Security"), Emergency: true),
        new("FIRE", new("Cháy nổ, cứu nạn", "Fire and rescue"), Emergency: true),
        new("HAZARD", new("Thiên tai", "Natural hazard"), Emergency: true),
        new("HEALTH", new("Y tế", "Health")),
        new("EDU", new("Giáo dục", "Education")),
        new("TOURISM", new("Du lịch", "Tourism")),
        new("BORDER", new("Cửa khẩu", "Border gate")),
        new("BUS", new("Xe buýt", "Buses")),
        new("ADMIN", new("Thủ tục hành chính", "Administrative procedures")),
        new("OTHER", new("Khác", "Other")),
    ];

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(type => type.Code)];

    private static readonly FrozenDictionary<string, IncidentType> ByCode = All.ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);

    /// <summary>The type of a code; null when there is none. Case matters.</summary>
    public static IncidentType? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
