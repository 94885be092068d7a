namespace CityMap.Viewer.Sheets;

/// <summary>What happened to an incident, in few words.</summary>
public static class HistoryWords
{
    private static readonly Dictionary<string, (string Vi, string En)> _words = new(StringComparer.Ordinal)
    {
        ["incident.reported"] = ("Báo sự cố", "Reported"),
        ["incident.acknowledged"] = ("Xác nhận", "Acknowledged"),
        ["incident.received"] = ("Tiếp nhận", "Received"),
        ["incident.assigned"] = ("Phân công", "Assigned"),
        ["incident.started"] = ("Bắt đầu xử lý", "Started"),
        ["incident.fix_claimed"] = ("Báo đã khắc phục", "Fix claimed"),
        ["incident.fix_verified"] = ("Kiểm chứng", "Fix verified"),
        ["incident.closed"] = ("Đóng", "Closed"),
        ["incident.rejected"] = ("Từ chối", "Rejected"),
        ["incident.reopened"] = ("Mở lại", "Reopened"),
        ["incident.noted"] = ("Ghi chú", "Noted"),
        ["incident.corrected"] = ("Đính chính", "Corrected"),
        ["incident.moved"] = ("Đổi vị trí", "Moved"),
        ["incident.footprint_drawn"] = ("Vẽ phạm vi", "Extent drawn"),
        ["incident.facility_linked"] = ("Gắn công trình", "Facility linked"),
    };

    /// <summary>The words; an unknown kind says its code.</summary>
    /// <param name="kind">As the journal calls it, such as <c>incident.noted</c>.</param>
    /// <param name="language">Of the words.</param>
    public static string Of(string kind, MapLanguage language) =>
        _words.TryGetValue(kind, out var words) ? language == MapLanguage.Vi ? words.Vi : words.En : kind[(kind.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('_', ' ');
}
