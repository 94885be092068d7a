namespace CityMap.Geo.Demo.Incidents;

/// <summary>Stories of streets: traffic, lights, trees, water, power, telecom, buses.</summary>
internal static class StreetStories
{
    public static readonly Story[] All =
    [
        new("TRAFFIC", 3, "Ùn tắc kéo dài tại nút {st}", "Xe dồn ứ từ {n} phía, chưa thấy lực lượng phân luồng.", "Giờ tan tầm xe tải và xe máy không nhúc nhích được, kéo dài khoảng {n}00 m."),
        new("TRAFFIC", 5, "Tai nạn giữa xe máy và ô tô trên đường {st}", "Va chạm trước số nhà {nr}, có {n} người bị thương nhẹ, cần lực lượng đến hiện trường.", "Xe máy bị cuốn vào gầm ô tô tải, giao thông qua {pl} bị cản trở."),
        new("TRAFFIC", 3, "Đèn tín hiệu giao thông không hoạt động ở {st}", "Đèn nháy vàng liên tục từ sáng, các hướng không ai nhường ai.", "Cụm đèn hướng {pl} tắt hẳn, nguy hiểm giờ cao điểm."),
        new("TRAFFIC", 3, "Ổ gà sâu trên đường {st}", "Ổ gà rộng gần một mét trước số nhà {nr}, nhiều xe máy đã ngã.", "Mặt đường bong tróc sau mưa, đọng nước không nhìn thấy đáy."),
        new("TRAFFIC", 2, "Xe tải đỗ sai quy định chắn lối {st}", "Hàng {n} xe container đỗ nối đuôi lấn hết một làn.", "Xe đỗ trước cổng số {nr} suốt đêm, che khuất tầm nhìn."),
        new("TRAFFIC", 2, "Biển báo giao thông bị đổ trên {st}", "Biển cấm rẽ bị xe va đổ, nằm trên vỉa hè gần {pl}.", "Cột biển báo nghiêng sắp đổ xuống lòng đường."),
        new("LIGHT", 2, "Đèn đường không sáng trên {st}", "{n} bóng liên tiếp trước số nhà {nr} không sáng đã ba tối nay.", "Cả đoạn gần {pl} tối om, người dân đi lại khó khăn."),
        new("LIGHT", 2, "Đèn chiếu sáng nhấp nháy liên tục ở {st}", "Bóng đèn chớp tắt cả đêm, gây chói mắt người đi đường.", "Nghi lỏng đầu nối tại cột, mỗi khi có gió là tắt."),
        new("LIGHT", 4, "Cột đèn nghiêng, hở dây điện trên {st}", "Cột bị xe lùi va vào trước số {nr}, nắp cửa cột bật ra, lộ dây.", "Cột gỉ chân, nghiêng về phía lòng đường, rất nguy hiểm cho học sinh."),
        new("LIGHT", 1, "Đèn đường sáng cả ban ngày tại {st}", "Cả tuyến sáng suốt từ hôm qua, lãng phí điện.", "Có lẽ tủ điều khiển gần {pl} hẹn giờ sai."),
        new("LIGHT", 3, "Mất điện cả tuyến chiếu sáng {st}", "Toàn bộ tuyến từ {pl} trở vào không có đèn.", "Tủ điện chiếu sáng có mùi khét, đèn tắt từ 19 giờ."),
        new("TREE", 4, "Cây đổ chắn ngang đường {st}", "Cây xà cừ đổ sau cơn giông, chắn cả hai làn trước số {nr}.", "Thân cây đè lên dây điện, chưa ai dám lại gần."),
        new("TREE", 2, "Cành cây khô có nguy cơ rơi ở {st}", "Cành lớn đã nứt ở độ cao khoảng {n} mét, ngay trên lối đi bộ.", "Cây bàng trước {pl} có nhiều cành mục."),
        new("TREE", 2, "Cây xanh che khuất đèn tín hiệu tại {st}", "Tán cây um tùm, từ xa không thấy đèn đỏ.", "Đề nghị cắt tỉa trước mùa mưa."),
        new("TREE", 1, "Bồn cây vỉa hè {st} bị hư hỏng", "Gạch bó bồn vỡ, đất tràn ra vỉa hè.", "Cây mới trồng trước số {nr} đã chết khô."),
        new("WATER", 4, "Vỡ ống nước sạch trên đường {st}", "Nước phun cao trước số nhà {nr}, chảy tràn xuống lòng đường.", "Mặt đường bị xói, khoảng {n} hộ mất nước."),
        new("WATER", 4, "Ngập sâu sau mưa tại {st}", "Nước ngập khoảng {n}0 cm, xe máy chết máy hàng loạt.", "Nước tràn vào nhà dân từ số {nr}, cống không kịp thoát."),
        new("WATER", 3, "Cống thoát nước bị tắc ở {st}", "Rác bịt kín miệng hố ga, nước thải trào lên mặt đường.", "Nước đen đọng nhiều ngày gần {pl}, mùi rất nặng."),
        new("WATER", 3, "Mất nắp hố ga trên {st}", "Hố ga trước số {nr} mất nắp, người dân phải cắm cành cây cảnh báo.", "Nắp gang bị vỡ đôi, trẻ em hay chơi quanh đây."),
        new("WATER", 2, "Nước sinh hoạt yếu, đục ở khu vực {st}", "Nước chảy nhỏ giọt từ tối qua, có cặn vàng.", "Cả ngõ {n} hộ không đủ nước dùng giờ cao điểm."),
        new("WATER", 2, "Rò rỉ nước tại đồng hồ khu {st}", "Nước rỉ liên tục ở cụm đồng hồ trước số {nr}.", "Vỉa hè luôn ướt, rêu trơn trượt."),
        new("POWER", 4, "Mất điện diện rộng khu vực {st}", "Mất điện từ {pl} đến cuối phố, nhiều hộ kinh doanh bị ảnh hưởng.", "Nghe tiếng nổ ở trạm biến áp rồi cả khu mất điện."),
        new("POWER", 5, "Dây điện đứt rơi xuống đường {st}", "Dây trần nằm vắt qua vỉa hè trước số {nr}, đã có người đứng cảnh giới.", "Dây hạ thế đứt sau gió lớn, vẫn còn tóe lửa."),
        new("POWER", 3, "Trạm biến áp phát tiếng kêu lạ gần {st}", "Máy biến áp ù to bất thường, có mùi dầu cháy.", "Có tia lửa nhỏ ở đầu cáp lúc trời mưa."),
        new("POWER", 2, "Điện chập chờn tại {st}", "Điện áp tụt mạnh từ 18 đến 21 giờ, đồ điện không chạy được.", "Khoảng {n} hộ cuối tuyến bị sụt áp."),
        new("TELECOM", 2, "Dây cáp viễn thông võng thấp trên {st}", "Bó cáp sà xuống ngang đầu người trước số {nr}.", "Cáp vướng vào xe tải đi qua, có nguy cơ kéo đổ cột."),
        new("TELECOM", 3, "Mất kết nối mạng khu vực {st}", "Mất Internet từ sáng, nghi đứt cáp quang do đào đường.", "Cả dãy phố gần {pl} không dùng được mạng, ảnh hưởng thanh toán."),
        new("TELECOM", 2, "Tủ cáp mở nắp, hư khóa tại {st}", "Tủ viễn thông bị bật cửa, nước mưa hắt vào.", "Trẻ em nghịch dây trong tủ, cần khóa lại."),
        new("BUS", 2, "Xe buýt bỏ chuyến tại điểm dừng {st}", "Chờ hơn {n}0 phút không có xe, không có thông báo.", "Chuyến 6 giờ 30 bỏ bến hai ngày liền, học sinh trễ học."),
        new("BUS", 1, "Nhà chờ xe buýt {st} hư hỏng", "Mái che thủng, ghế ngồi gãy gần {pl}.", "Bảng thông tin tuyến bị bóc mất."),
    ];
}
