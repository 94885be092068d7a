using CityMap.Geo.Demo.Chance;

namespace CityMap.Geo.Demo.Places;

/// <summary>Which facilities do not work, and why.</summary>
internal static class Trouble
{
    /// <summary>Reasons by kind, Vietnamese.</summary>
    public static string Reason(string kind, Dice dice) => dice.Pick<string>(kind switch
    {
        "camera" => ["Mất tín hiệu", "Mất nguồn điện", "Ống kính bị mờ", "Đứt cáp quang"],
        "hydrant" => ["Van bị kẹt", "Áp lực nước yếu", "Bị xe va chạm, rò nước"],
        "pump_station" => ["Máy bơm số 2 quá nhiệt", "Mất điện lưới, đang chạy máy phát", "Rác chắn song lấy nước"],
        "substation" => ["Máy biến áp quá tải", "Đang bảo dưỡng định kỳ", "Sự cố máy cắt đầu vào"],
        "rain_gauge" => ["Mất tín hiệu truyền về", "Pin yếu"],
        "water_plant" => ["Độ đục nước nguồn tăng cao", "Đang súc rửa bể lọc"],
        "border_gate" => ["Ùn ứ phương tiện chờ thông quan", "Hệ thống cổng số gián đoạn"],
        "hospital" => ["Khoa cấp cứu quá tải", "Hệ thống khám chữa bệnh chậm"],
        _ => ["Đang sửa chữa", "Mất điện cục bộ", "Tạm dừng để bảo trì"],
    });

    /// <summary>True for kinds that fail often enough to be seen failing.</summary>
    public static double Likelihood(string kind) => kind switch
    {
        "camera" => 0.05,
        "hydrant" => 0.03,
        "pump_station" => 0.12,
        "rain_gauge" => 0.08,
        "substation" or "waste_station" => 0.1,
        "water_plant" or "border_gate" or "hospital" => 0.06,
        _ => 0,
    };

    /// <summary>The facility as it is at a moment: most work, a few do not.</summary>
    public static DemoFacility Afflict(DemoFacility facility, long seed, DateTimeOffset now)
    {
        var dice = Dice.For(seed, "trouble " + facility.Id);
        if (!dice.Happens(Likelihood(facility.Kind))) return facility;
        return facility with
        {
            Status = dice.Happens(0.4) ? "Down" : "Degraded",
            StatusReason = Reason(facility.Kind, dice),
            StatusSince = Moments.Whole(now.AddMinutes(-dice.Between(20, 900))),
        };
    }
}
