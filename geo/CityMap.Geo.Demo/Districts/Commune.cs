namespace CityMap.Geo.Demo.Districts;

/// <summary>One phường or xã of the 2025 edition, as a walk around the nodes of <see cref="BorderGraph"/>.</summary>
/// <param name="Code">Its official code since 1 July 2025.</param>
/// <param name="Name">Vietnamese, NFC.</param>
/// <param name="NameEn">English.</param>
/// <param name="Ward">True for a phường, false for a xã.</param>
/// <param name="Nodes">The nodes around it, in order.</param>
internal sealed record Commune(string Code, string Name, string NameEn, bool Ward, string[] Nodes)
{
    /// <summary>The four wards of the city and the communes around them.</summary>
    public static readonly Commune[] All =
    [
        new("05977", "Đông Kinh", "Dong Kinh", true, ["rE", "rM", "rW", "E", "F", "G"]),
        new("05983", "Lương Văn Tri", "Luong Van Tri", true, ["rW", "rV", "H", "E"]),
        new("05986", "Tam Thanh", "Tam Thanh", true, ["rM", "rW", "rV", "B", "A"]),
        new("06187", "Kỳ Lừa", "Ky Lua", true, ["rM", "rE", "D", "C", "A"]),
        new("06184", "Đồng Đăng", "Dong Dang", false, ["A", "B", "I", "J", "K", "K2", "L", "P"]),
        new("06211", "Cao Lộc", "Cao Loc", false, ["A", "C", "N", "O", "P"]),
        new("06220", "Công Sơn", "Cong Son", false, ["C", "D", "Q", "S", "N"]),
        new("06172", "Hoàng Văn Thụ", "Hoang Van Thu", false, ["B", "rX", "rZ", "U", "J", "I"]),
        new("06286", "Khánh Khê", "Khanh Khe", false, ["B", "rV", "H", "X", "Y", "rZ", "rX"]),
        new("06316", "Tân Đoàn", "Tan Doan", false, ["H", "E", "Z1", "Z2", "X"]),
        new("06481", "Chiến Thắng", "Chien Thang", false, ["E", "F", "Z3", "Z4", "Z1"]),
        new("06577", "Thống Nhất", "Thong Nhat", false, ["F", "G", "Z5", "Z3"]),
        new("06529", "Lộc Bình", "Loc Binh", false, ["rE", "D", "Q", "Z6", "rS", "Z7", "Z5", "G"]),
        new("06541", "Mẫu Sơn", "Mau Son", false, ["Q", "S", "M1", "M2", "Z6"]),
    ];
}
