using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Desktop;

/// <summary>The words of the desktop viewer, the same as the console's, in Vietnamese and English.</summary>
public static class DesktopWords
{
    private static readonly Dictionary<string, (string Vi, string En)> _all = new(StringComparer.Ordinal)
    {
        ["layers"] = ("Lớp bản đồ", "Layers"),
        ["incidents"] = ("Sự cố", "Incidents"),
        ["districts"] = ("Địa bàn", "Districts"),
        ["facilities"] = ("Công trình", "Facilities"),
        ["search"] = ("Tìm địa bàn, công trình, sự cố, toạ độ", "Find districts, facilities, incidents, coordinates"),
        ["searchList"] = ("Tìm trong danh sách", "Find in the list"),
        ["nothingFound"] = ("Không tìm thấy. Thử ít chữ hơn.", "Nothing found. Try fewer words."),
        ["noIncidents"] = ("Không có sự cố nào đang mở.", "No incident is open."),
        ["noneMatches"] = ("Không có sự cố nào khớp với bộ lọc.", "No incident matches the filter."),
        ["loading"] = ("Đang tải…", "Loading…"),
        ["history"] = ("Lịch sử", "History"),
        ["now"] = ("Hiện tại", "Now"),
        ["openCount"] = ("đang mở", "open"),
        ["overdueCount"] = ("quá hạn", "overdue"),
        ["unseenCount"] = ("chưa xác nhận", "not acknowledged"),
        ["saved"] = ("Đã lưu", "Saved"),
        ["notSaved"] = ("Không lưu được", "Could not be saved"),
        ["notShown"] = ("Không hiển thị", "Not shown"),
        ["chooseIncident"] = ("Chọn một sự cố trong danh sách hoặc trên bản đồ.", "Choose an incident in the list or on the map."),
        ["live"] = ("Trực tiếp", "Live"),
        ["network"] = ("Mạng lưới", "Networks"),
        ["base"] = ("Nền bản đồ", "Base map"),
        ["asOf"] = ("Tại thời điểm", "As of"),
        ["wholeCity"] = ("Toàn thành phố", "Whole city"),
        ["measure"] = ("Đo", "Measure"),
        ["print"] = ("In bản đồ", "Print map"),
        ["newWindow"] = ("Cửa sổ mới", "New window"),
        ["wall"] = ("Màn hình lớn", "Wall"),
        ["night"] = ("Chế độ tối", "Night"),
        ["language"] = ("English", "Tiếng Việt"),
        ["pack"] = ("Lưu bản đồ ngoại tuyến", "Save map for offline use"),
        ["offline"] = ("Không có máy chủ: chỉ xem được, chưa gửi được lệnh.", "No server: you can look, but commands cannot be sent."),
        ["past"] = ("Đang xem quá khứ: quay về hiện tại để ra lệnh.", "You are looking at the past: return to now to give commands."),
        ["notYet"] = ("Lúc đó chưa có sự cố này.", "This incident was not known yet at that moment."),
        ["changedMeanwhile"] = ("Sự cố vừa được người khác thay đổi. Xem lại rồi thử lại.", "Somebody has just changed this incident. Look again, then retry."),
        ["receive"] = ("Tiếp nhận", "Receive"),
        ["assign"] = ("Phân công", "Assign"),
        ["start"] = ("Bắt đầu xử lý", "Start"),
        ["claimFix"] = ("Báo đã khắc phục", "Claim fix"),
        ["verifyFix"] = ("Kiểm chứng", "Verify fix"),
        ["close"] = ("Đóng", "Close"),
        ["reject"] = ("Từ chối", "Reject"),
        ["reopen"] = ("Mở lại", "Reopen"),
        ["acknowledge"] = ("Xác nhận", "Acknowledge"),
        ["note"] = ("Ghi chú", "Note"),
        ["New"] = ("Mới", "New"),
        ["Received"] = ("Đã tiếp nhận", "Received"),
        ["Assigned"] = ("Đã phân công", "Assigned"),
        ["InProgress"] = ("Đang xử lý", "In progress"),
        ["FixClaimed"] = ("Báo đã khắc phục", "Fix claimed"),
        ["FixVerified"] = ("Đã kiểm chứng", "Fix verified"),
        ["Closed"] = ("Đóng", "Closed"),
        ["Rejected"] = ("Từ chối", "Rejected"),
        ["Reopened"] = ("Mở lại", "Reopened"),
    };

    /// <summary>Every key there is.</summary>
    public static IReadOnlyCollection<string> Keys => _all.Keys;

    /// <summary>The words of a key; of an unknown one the key itself.</summary>
    public static string Say(string key, MapLanguage language) =>
        !_all.TryGetValue(key, out var words) ? key : language == MapLanguage.Vi ? words.Vi : words.En;
}
