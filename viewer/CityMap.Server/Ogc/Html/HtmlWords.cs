namespace CityMap.Server.Ogc.Html;

/// <summary>What the members of the documents are called on a page, in the reader's language.</summary>
internal static class HtmlWords
{
    private static readonly Dictionary<string, (string Vi, string En)> _members = new(StringComparer.Ordinal)
    {
        ["id"] = ("Mã", "Id"),
        ["title"] = ("Tên", "Title"),
        ["description"] = ("Mô tả", "Description"),
        ["itemType"] = ("Kiểu đối tượng", "Kind of items"),
        ["crs"] = ("Hệ toạ độ đọc được", "Coordinate systems offered"),
        ["storageCrs"] = ("Hệ toạ độ lưu trữ", "Coordinate system of the store"),
        ["extent"] = ("Phạm vi", "Extent"),
        ["spatial"] = ("Không gian", "In space"),
        ["temporal"] = ("Thời gian", "In time"),
        ["bbox"] = ("Khung (tây, nam, đông, bắc)", "Box (west, south, east, north)"),
        ["interval"] = ("Khoảng", "Interval"),
        ["trs"] = ("Lịch", "Calendar"),
        ["numberMatched"] = ("Số đối tượng khớp", "Features matched"),
        ["numberReturned"] = ("Số đối tượng trên trang", "Features on this page"),
        ["timeStamp"] = ("Thời điểm trả lời", "Time of the answer"),
        ["collections"] = ("Các lớp", "Collections"),
        ["conformsTo"] = ("Các lớp tuân thủ", "Conformance classes"),
        ["properties"] = ("Thuộc tính", "Properties"),
        ["geometry"] = ("Hình", "Geometry"),
        ["type"] = ("Loại", "Type"),
        ["links"] = ("Liên kết", "Links"),
        ["features"] = ("Đối tượng", "Features"),
        ["tilesets"] = ("Bộ ô bản đồ", "Tilesets"),
        ["map"] = ("Bản đồ", "Map"),
        ["data"] = ("Dữ liệu mở", "Open data"),
    };

    /// <summary>The name of a member; one that has none is called as it is.</summary>
    public static string Of(string member, bool vietnamese) => !_members.TryGetValue(member, out var words) ? member : vietnamese ? words.Vi : words.En;
}
