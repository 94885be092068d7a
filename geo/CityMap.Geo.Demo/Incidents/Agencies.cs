using CityMap.Geo.Demo.Chance;

namespace CityMap.Geo.Demo.Incidents;

/// <summary>Who handles what, and who reports and watches. Vietnamese, NFC.</summary>
internal static class Agencies
{
    private static readonly string[] Operators =
    [
        "Trực ban Nông Thị Hạnh", "Trực ban Hoàng Văn Toàn", "Trực ban Lý Minh Đức", "Trực ban Vi Thị Lan",
        "Trực ban Lương Quốc Khánh", "Trực ban Triệu Thị Hồng",
    ];

    private static readonly string[] Family =
        ["Nguyễn", "Nông", "Hoàng", "Lý", "Vi", "Lương", "Triệu", "Hứa", "Chu", "Đinh", "Trần", "Lê", "Phạm", "Bế", "Lộc", "Mã"];

    private static readonly string[] Given =
    [
        "Văn Hùng", "Thị Mai", "Thị Hương", "Minh Tuấn", "Thu Trang", "Văn Thắng", "Thị Nga", "Quang Huy", "Ngọc Ánh", "Đức Long",
        "Thị Yến",
        "Văn Sơn", "Hải Yến", "Quốc Việt", "Thị Thảo", "Anh Dũng", "Bích Ngọc", "Văn Chiến", "Thùy Linh", "Trung Kiên",
    ];

    /// <summary>An operator of the centre.</summary>
    public static string Operator(Dice dice) => dice.Pick(Operators);

    /// <summary>A citizen who reports; most give a name, some do not.</summary>
    public static string Citizen(Dice dice) => dice.Happens(0.12) ? "Người dân" : $"{dice.Pick(Family)} {dice.Pick(Given)}";

    /// <summary>The agency or unit for a type in a ward.</summary>
    public static string For(string type, string ward, Dice dice) => dice.Pick<string>(type switch
    {
        "TRAFFIC" => ["Đội Cảnh sát giao thông số 1", "Đội Cảnh sát giao thông số 2", "Đội Quản lý hạ tầng giao thông"],
        "LIGHT" => ["Tổ Chiếu sáng số 1", "Tổ Chiếu sáng số 2", "Trung tâm Dịch vụ công ích đô thị"],
        "TREE" => ["Đội Cây xanh đô thị", "Trung tâm Dịch vụ công ích đô thị"],
        "WATER" => ["Đội Sửa chữa mạng cấp nước", "Đội Thoát nước đô thị", "Công ty Cổ phần Cấp thoát nước Lạng Sơn"],
        "POWER" => ["Điện lực Lạng Sơn", "Đội Sửa chữa điện số 1", "Điện lực Cao Lộc"],
        "TELECOM" => ["VNPT Lạng Sơn", "Viettel Lạng Sơn"],
        "WASTE" => ["Đội Vệ sinh môi trường số 1", "Đội Vệ sinh môi trường số 2", "Công ty Môi trường đô thị Lạng Sơn"],
        "NOISE" or "SECURITY" => ["Công an " + ward, "Tổ Bảo vệ an ninh cơ sở " + ward],
        "ORDER" => ["Tổ Quản lý trật tự đô thị " + ward, "Phòng Kinh tế, Hạ tầng và Đô thị " + ward],
        "FIRE" => ["Phòng Cảnh sát PCCC và CNCH", "Đội Chữa cháy khu vực số 1"],
        "HAZARD" => ["Ban Chỉ huy Phòng thủ dân sự tỉnh", "Ban Chỉ huy Quân sự " + ward, "Hạt Kiểm lâm khu vực I"],
        "HEALTH" => ["Trung tâm Kiểm soát bệnh tật tỉnh", "Trạm Y tế " + ward],
        "EDU" => ["Sở Giáo dục và Đào tạo", "Phòng Văn hóa - Xã hội " + ward],
        "TOURISM" => ["Sở Văn hóa, Thể thao và Du lịch", "Ban Quản lý di tích tỉnh"],
        "BORDER" => ["Chi cục Hải quan khu vực VI", "Đồn Biên phòng cửa khẩu Hữu Nghị",
            "Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn"],
        "BUS" => ["Trung tâm Quản lý vận tải công cộng", "Hợp tác xã vận tải Lạng Sơn"],
        "ADMIN" => ["Trung tâm Phục vụ hành chính công tỉnh", "Văn phòng HĐND và UBND " + ward],
        _ => ["UBND " + ward, "Phòng Văn hóa - Xã hội " + ward],
    });

    /// <summary>What a crew writes when it claims the fix.</summary>
    public static string Fixed(string type, Dice dice) => dice.Pick<string>(type switch
    {
        "LIGHT" => ["Đã thay bóng LED 100 W, đèn sáng bình thường.", "Đã xử lý mối nối và đóng lại cửa cột.",
            "Đã thay bộ điều khiển tủ chiếu sáng."],
        "WATER" => ["Đã thay đoạn ống vỡ, cấp nước trở lại.", "Đã nạo vét hố ga, nước thoát tốt.", "Đã lắp nắp hố ga mới."],
        "TRAFFIC" => ["Đã phân luồng, giao thông trở lại bình thường.", "Đã vá mặt đường bằng bê tông nhựa nguội.",
            "Đã giải quyết hiện trường."],
        "POWER" => ["Đã thay dây, đóng điện lúc kiểm tra an toàn.", "Đã cân pha, điện áp ổn định."],
        "TREE" => ["Đã cắt dọn cây đổ, thông đường.", "Đã tỉa cành, bảo đảm tầm nhìn."],
        "WASTE" => ["Đã thu gom toàn bộ, rửa đường.", "Đã dọn phế thải, lập biên bản nhắc nhở."],
        "FIRE" => ["Đã dập tắt đám cháy, không có thiệt hại về người.", "Đã kiểm tra, bảo đảm an toàn."],
        "NOISE" or "ORDER" or "SECURITY" => ["Đã nhắc nhở, lập biên bản xử lý.", "Đã giải quyết, tình hình ổn định."],
        _ => ["Đã xử lý xong theo phản ánh.", "Đã kiểm tra và khắc phục tại chỗ.", "Đã phối hợp các bên giải quyết."],
    });

    /// <summary>Why a report is turned down.</summary>
    public static string Refusal(Dice dice) => dice.Pick<string>(
        ["Nội dung đã được phản ánh trước đó.", "Kiểm tra thực tế không có sự việc.",
            "Không đủ thông tin, không liên hệ được người phản ánh.",
            "Thuộc thẩm quyền cơ quan khác, đã chuyển bằng văn bản."]);

    /// <summary>A remark made on the way.</summary>
    public static string Remark(Dice dice) => dice.Pick<string>(
        ["Đã gọi lại cho người phản ánh, xác nhận vị trí.", "Chờ vật tư, dự kiến xong trong ngày.",
            "Đề nghị địa bàn phối hợp cảnh giới hiện trường.",
            "Người dân bổ sung ảnh hiện trường.", "Lực lượng đang trên đường tới."]);
}
