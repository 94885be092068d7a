using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>Names for the streets that grew without one.</summary>
internal static class StreetNames
{
    private static readonly string[] People =
    [
        "Lý Thường Kiệt", "Ngô Thì Nhậm", "Nguyễn Thái Học", "Lê Hồng Phong", "Lê Đại Hành", "Đinh Tiên Hoàng", "Tô Hiến Thành",
        "Phạm Ngũ Lão",
        "Trần Quang Khải", "Trần Nhật Duật", "Yết Kiêu", "Dã Tượng", "Trần Khánh Dư", "Phùng Chí Kiên", "Lương Văn Tri", "Mai Thế Chuẩn",
        "Thân Cảnh Phúc",
        "Thân Công Tài", "Nguyễn Thái Bình", "Văn Cao", "Nguyễn Tri Phương", "Hoàng Diệu", "Mạc Đĩnh Chi", "Chu Huy Mân", "Lê Quý Đôn",
        "Nguyễn Nghiễm",
        "Xuân Diệu", "Hàn Mặc Tử", "Tản Đà", "Cao Thắng", "Phan Chu Trinh", "Phan Bội Châu", "Hoàng Hoa Thám", "Trần Bình Trọng",
        "Võ Thị Sáu",
        "Lê Lai", "Lê Văn Hưu", "Đào Duy Từ", "Kim Đồng", "Nguyễn Thượng Hiền", "Nguyễn Khuyến", "Hồ Xuân Hương", "Bùi Thị Xuân",
        "Tôn Thất Tùng",
        "Đặng Văn Ngữ", "Phạm Ngọc Thạch", "Nguyễn Phong Sắc", "Tô Hiệu", "Trường Chinh", "Nguyễn Văn Cừ", "Hà Huy Tập", "Lê Duẩn",
        "Tông Đản",
        "Ngô Sĩ Liên", "Trần Quốc Toản", "Nguyễn Bỉnh Khiêm", "Đoàn Thị Điểm", "Nguyễn Viết Xuân", "Cù Chính Lan", "La Văn Cầu",
        "Nguyễn Thị Định",
        "Hoàng Quốc Việt", "Huỳnh Thúc Kháng", "Tuệ Tĩnh", "Hải Thượng Lãn Ông", "Mỹ Sơn", "Đèo Giang", "Phai Luông", "Khối Đại Thắng",
        "Pò Soài",
        "Cửa Nam", "Cửa Tây", "Muối", "Thác Trà", "Kéo Tấu", "Na Làng", "Bến Bắc", "Tổng Đốc", "Hợp Thành", "Lê Thánh Tông", "Lý Nam Đế",
        "Mai Thúc Loan",
    ];

    private static readonly string[] Hamlets =
    [
        "Nà Pàn", "Khòn Khuyên", "Pò Đứa", "Co Măn", "Bản Lỏng", "Kéo Cằng", "Nà Sèn", "Khuổi Mươi", "Tồng Nọt", "Pác Moong", "Bản Mới",
        "Hoàng Tân",
        "Nà Mò", "Lục Khoang", "Còn Chủ", "Bó Pằn", "Nà Nùng", "Khau Puồng", "Bản Áng", "Pò Cháu", "Cốc Nam", "Pá Phiêng", "Nà Hán",
        "Phai Trần",
    ];

    /// <summary>
    /// Names every unnamed street: grown streets after people and places, village roads after hamlets, alleys after their street.
    /// </summary>
    public static void Give(long seed, StreetNetwork network)
    {
        var dice = Dice.For(seed, "street names");
        var people = People.ToArray();
        dice.Shuffle(people);
        int used = 0, hamlet = 0;
        var lanes = new Dictionary<string, int>();
        for (var i = 0; i < network.Streets.Count; i++)
        {
            var street = network.Streets[i];
            if (street.Name.Length > 0) continue;
            var name = street.Class switch
            {
                StreetClass.Path or StreetClass.Residential when Parent(network, i) is { } parent => Lane(lanes, parent, street.Class),
                StreetClass.Tertiary when street.Line[0].Length > 3600 =>

                    VillageRoad(hamlet++),
                _ => people[used++ % people.Length],
            };
            network.Streets[i] = street with { Name = name };
        }

        string? Parent(StreetNetwork net, int child)
        {
            // The first hundred residential streets have names of their own.
            var street = net.Streets[child];
            if (street.Class == StreetClass.Residential && used < people.Length && Polyline.Length(street.Line) > 220) return null;
            foreach (var end in (ReadOnlySpan<Vec>)[street.Line[0], street.Line[^1]])
            {
                foreach (var s in net.Segments.Near(end, 3))
                {
                    var (a, b, owner) = net.Segments[s];
                    var other = net.Streets[owner];
                    if (owner >= child || other.Bridge || other.Name.StartsWith("Ngõ", StringComparison.Ordinal)) continue;
                    if (end.ToSegment(a, b, out _) < 2) return other.Name;
                }
            }

            return null;
        }
    }

    private static string VillageRoad(int number) =>
        "Đường " + Hamlets[number % Hamlets.Length] + (number < Hamlets.Length ? "" : $" {1 + (number / Hamlets.Length)}");

    private static string Lane(Dictionary<string, int> lanes, string parent, StreetClass rank)
    {
        var number = lanes.GetValueOrDefault(parent, -1) + 2;
        lanes[parent] = number;
        return $"Ngõ {number} {(parent.StartsWith("Đường ", StringComparison.Ordinal) && rank == StreetClass.Path ? parent[6..] : parent)}";
    }
}
