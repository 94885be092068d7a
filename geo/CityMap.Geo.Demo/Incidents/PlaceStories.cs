namespace CityMap.Geo.Demo.Incidents;

/// <summary>Stories of places and people: waste, noise, order, security, fire, nature, health, schools, visitors, the border, offices.</summary>
internal static class PlaceStories
{
    public static readonly Story[] All =
    [
        new("WASTE", 2, "Rác thải tồn đọng trên {st}", "Điểm tập kết trước số {nr} quá {n} ngày chưa thu gom.", "Rác tràn xuống lòng đường, bốc mùi gần {pl}."),
        new("WASTE", 3, "Đổ trộm phế thải xây dựng tại {st}", "Khoảng {n} khối gạch vữa đổ ở bãi đất trống lúc nửa đêm.", "Phế thải chắn lối vào ngõ, xe không qua được."),
        new("WASTE", 3, "Xác động vật trôi dạt gần {pl}", "Nước dâng cuốn rác và xác gia cầm dạt vào bờ kè.", "Mùi hôi ảnh hưởng khu dân cư ven sông."),
        new("WASTE", 2, "Đốt rác gây khói ở {st}", "Chiều nào cũng đốt rác, khói bay vào nhà dân.", "Đốt nhựa ngay sau {pl}, mùi khét."),
        new("NOISE", 2, "Karaoke loa kéo ồn ào đêm khuya ở {st}", "Hát đến sau 23 giờ trước số {nr}, đã nhắc nhiều lần.", "Quán ăn mở loa công suất lớn, người già trẻ nhỏ không ngủ được."),
        new("NOISE", 2, "Công trình thi công gây ồn tại {st}", "Máy khoan, xe bồn hoạt động từ 5 giờ sáng.", "Đóng cọc suốt trưa, tường nhà số {nr} bị nứt nhẹ."),
        new("ORDER", 2, "Lấn chiếm vỉa hè buôn bán trên {st}", "Hàng quán bày kín vỉa hè trước số {nr}, người đi bộ phải xuống lòng đường.", "Dựng mái che cố định lấn ra gần {n} mét."),
        new("ORDER", 2, "Quảng cáo rao vặt trái phép dày đặc ở {st}", "Tờ rơi dán kín cột điện và tường rào gần {pl}.", "Biển quảng cáo treo lơ lửng, có thể rơi khi có gió."),
        new("ORDER", 3, "Xây dựng không phép tại {st}", "Công trình {n} tầng không treo biển giấy phép.", "Xây lấn ra hành lang thoát nước, đề nghị kiểm tra."),
        new("ORDER", 2, "Chợ cóc họp tràn lòng đường {st}", "Từ 5 đến 8 giờ sáng xe không qua lại được.", "Nước thải và lá rau vứt đầy đường sau buổi chợ."),
        new("SECURITY", 4, "Gây rối trật tự trước {pl}", "Một nhóm khoảng {n} người to tiếng, xô xát.", "Có người say rượu đập phá, người dân lo ngại."),
        new("SECURITY", 3, "Mất trộm xe máy tại {st}", "Xe để trước số {nr} bị lấy lúc rạng sáng, camera có ghi hình.", "Hai đối tượng lạ dò cửa nhiều nhà trong ngõ."),
        new("SECURITY", 3, "Giật túi xách trên đường {st}", "Hai thanh niên đi xe máy không biển số giật túi rồi chạy về hướng {pl}.", "Người bị hại ngã, trầy xước nhẹ."),
        new("SECURITY", 2, "Camera an ninh mất hình ở {st}", "Camera góc phố quay lệch, không theo dõi được.", "Camera bị che bởi bạt quảng cáo."),
        new("FIRE", 5, "Cháy nhà dân tại số {nr} {st}", "Khói đen bốc lên từ tầng {n}, nghi còn người bên trong.", "Lửa lan sang nhà bên, cần xe chữa cháy gấp."),
        new("FIRE", 4, "Cháy bãi xe gần {pl}", "Nhiều xe máy bốc cháy, có tiếng nổ nhỏ.", "Người dân đang dùng bình chữa cháy mini khống chế."),
        new("FIRE", 3, "Báo khói bất thường ở {st}", "Chuông báo cháy kêu, chưa thấy lửa, đề nghị kiểm tra.", "Khói từ bếp quán ăn trước số {nr} bay dày đặc."),
        new("FIRE", 4, "Mắc kẹt thang máy tại tòa nhà trên {st}", "{n} người kẹt giữa tầng, có trẻ em.", "Thang máy dừng đột ngột sau khi mất điện."),
        new("HAZARD", 5, "Sạt lở đất ven đồi gần {st}", "Khối đất khoảng {n}0 khối tràn xuống sau nhà dân, cần sơ tán.", "Vết nứt dài trên taluy dương, đất vẫn tiếp tục rơi."),
        new("HAZARD", 4, "Nước sông Kỳ Cùng dâng nhanh gần {pl}", "Nước đã tới mép kè, cách mặt đường chừng {n}0 cm.", "Hộ ven sông đang kê đồ, đề nghị theo dõi mực nước."),
        new("HAZARD", 4, "Cháy rừng thông khu vực đồi {st}", "Cột khói lớn, gió đang thổi về phía khu dân cư.", "Đám cháy thực bì khoảng {n} sào, cần lực lượng kiểm lâm."),
        new("HAZARD", 3, "Lốc xoáy làm tốc mái nhà ở {st}", "{n} nhà bị tốc mái tôn, không có người bị thương.", "Mái che trước {pl} bị gió cuốn xuống đường."),
        new("HEALTH", 4, "Nghi ngộ độc thực phẩm tại {pl}", "{n} người đau bụng, nôn sau bữa trưa, đã đưa đi cấp cứu.", "Cùng ăn ở quán trên {st}, đề nghị lấy mẫu kiểm tra."),
        new("HEALTH", 3, "Ổ muỗi, nước tù đọng ở {st}", "Khu đất trống đọng nước nhiều tuần, đã có {n} ca sốt xuất huyết.", "Đề nghị phun thuốc diệt muỗi quanh {pl}."),
        new("HEALTH", 2, "Chó thả rông cắn người tại {st}", "Chó không rọ mõm cắn một cháu nhỏ trước số {nr}.", "Đàn chó {n} con chạy rông mỗi tối."),
        new("EDU", 2, "Ùn ứ trước cổng trường {pl}", "Phụ huynh dừng xe kín lòng đường giờ tan học.", "Đề nghị bố trí người phân luồng lúc 16 giờ 30."),
        new("EDU", 3, "Tường rào trường học nứt gần {pl}", "Vết nứt dài {n} mét, nghiêng về phía sân chơi.", "Cổng trường bị xệ, đóng mở nguy hiểm."),
        new("EDU", 2, "Bếp ăn bán trú có dấu hiệu không bảo đảm ở {pl}", "Phụ huynh phản ánh chất lượng suất ăn tuần này.", "Đề nghị đoàn kiểm tra liên ngành xem xét."),
        new("TOURISM", 2, "Chèo kéo, nâng giá khách tại {pl}", "Khách bị ép mua đồ lễ với giá gấp {n} lần.", "Xe dịch vụ tranh giành khách gây mất mỹ quan."),
        new("TOURISM", 2, "Bảng chỉ dẫn du lịch hư hỏng gần {pl}", "Bảng sơ đồ mờ chữ, du khách không đọc được.", "Lan can lối lên di tích bị gãy một đoạn {n} mét."),
        new("BORDER", 3, "Ùn ứ xe chờ thông quan tại {pl}", "Hàng {n}0 xe nông sản chờ từ đêm, lái xe lo hàng hỏng.", "Bãi chờ đã đầy, xe đỗ tràn ra {st}."),
        new("BORDER", 3, "Hệ thống khai báo hải quan chậm ở {pl}", "Cổng số không phản hồi khoảng {n}0 phút.", "Doanh nghiệp không in được phiếu xếp hàng."),
        new("BORDER", 4, "Nghi vận chuyển hàng lậu gần {pl}", "Người dân thấy nhóm cửu vạn vác hàng theo đường mòn lúc nửa đêm.", "{n} xe máy chở hàng không biển số chạy từ hướng {st}."),
        new("ADMIN", 1, "Hồ sơ trễ hạn tại {pl}", "Đã quá hẹn {n} ngày chưa nhận được kết quả.", "Hệ thống báo đã xong nhưng bộ phận một cửa chưa trả."),
        new("ADMIN", 1, "Chờ lâu tại bộ phận một cửa {pl}", "Lấy số từ 7 giờ 30 đến trưa chưa tới lượt.", "Chỉ mở {n} quầy trong giờ cao điểm."),
        new("OTHER", 1, "Góp ý về ghế đá, cảnh quan ở {pl}", "Đề nghị bổ sung ghế ngồi và thùng rác.", "{n} ghế đá bị vỡ, nên thay mới."),
        new("OTHER", 2, "Người lang thang cần hỗ trợ tại {st}", "Cụ già ngồi trước số {nr} từ sáng, không nhớ đường về.", "Đề nghị cơ quan chức năng đưa về cơ sở bảo trợ."),
    ];
}
