using CityMap.Geo.Layers;

namespace CityMap.Grains.Contracts.Incidents;

/// <summary>The states by their stable code, with what people read.</summary>
public static class IncidentStates
{
    private static readonly string[] Codes = Enum.GetNames<IncidentState>();

    /// <summary>Every state in the order of the enumeration.</summary>
    public static IReadOnlyList<(IncidentState State, LocalText Title)> All { get; } =
    [
        (IncidentState.New, new("Mới", "New")),
        (IncidentState.Received, new("Đã tiếp nhận", "Received")),
        (IncidentState.Assigned, new("Đã phân công", "Assigned")),
        (IncidentState.InProgress, new("Đang xử lý", "In progress")),
        (IncidentState.FixClaimed, new("Báo đã khắc phục", "Fix claimed")),
        (IncidentState.FixVerified, new("Đã kiểm chứng", "Fix verified")),
        (IncidentState.Closed, new("Đóng", "Closed")),
        (IncidentState.Rejected, new("Từ chối", "Rejected")),
        (IncidentState.Reopened, new("Mở lại", "Reopened")),
    ];

    /// <summary>The code stored and sent: the name of the state.</summary>
    public static string Code(this IncidentState state) => Codes[(int)state];

    /// <summary>True while somebody still has to do something: neither closed nor rejected.</summary>
    public static bool IsOpen(this IncidentState state) => state is not (IncidentState.Closed or IncidentState.Rejected);

    /// <summary>The state of a code; null when there is none. Case matters.</summary>
    public static IncidentState? Find(string? code) => Array.IndexOf(Codes, code) is >= 0 and var i ? (IncidentState)i : null;
}
