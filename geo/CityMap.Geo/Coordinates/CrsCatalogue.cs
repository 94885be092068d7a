namespace CityMap.Geo.Coordinates;

/// <summary>
/// The coordinate systems CityMap knows: those of the web and those data about Vietnam come in. VN-2000 is brought to WGS 84 by EPSG:6960 and 5194, good to a metre.
/// Areas of use are those of the EPSG registry.
/// </summary>
public static class CrsCatalogue
{
    /// <summary>WGS 84, degrees (EPSG:4326; with the longitude first OGC:CRS84).</summary>
    public static Crs Wgs84 { get; } = new(4326, "WGS 84", Bounds.World, "the world", null);

    /// <summary>VN-2000 in degrees.</summary>
    public static Crs Vn2000 { get; } = new(4756, "VN-2000", new(102.14, 7.99, 110, 23.4), "Vietnam", null);

    /// <summary>All of them: the web's, then UTM, then VN-2000 in degrees, UTM and TM-3 from west to east.</summary>
    public static IReadOnlyList<Crs> All { get; } =
    [
        Wgs84,
        new(3857, "WGS 84 / Pseudo-Mercator", new(-180, -85.06, 180, 85.06), "the world", CrsDefinitions.WebMercator),
        new(32648, "WGS 84 / UTM zone 48N", new(102, 0, 108, 84), "102°E to 108°E", CrsDefinitions.Utm(48)),
        new(32649, "WGS 84 / UTM zone 49N", new(108, 0, 114, 84), "108°E to 114°E", CrsDefinitions.Utm(49)),
        Vn2000,
        new(3405, "VN-2000 / UTM zone 48N", new(102.14, 8.33, 108, 23.4), "Vietnam west of 108°E", CrsDefinitions.VnUtm("VN-2000 / UTM zone 48N", 105)),
        new(3406, "VN-2000 / UTM zone 49N", new(108, 10.43, 109.53, 21.56), "Vietnam east of 108°E", CrsDefinitions.VnUtm("VN-2000 / UTM zone 49N", 111)),
        Zone(5896, "zone 481", 102, new(102.14, 9.2, 103.51, 22.82), "Vietnam west of 103°30′E"),
        Zone(9205, "103-00", 103, new(102.14, 20.89, 103.99, 22.82), "Điện Biên, Lai Châu"),
        Zone(9206, "104-00", 104, new(103.21, 20.57, 105.03, 22.04), "Sơn La"),
        Zone(9207, "104-30", 104.5, new(103.4, 8.33, 105.54, 10.55), "Cà Mau, Kiên Giang"),
        Zone(9208, "104-45", 104.75, new(103.53, 10.18, 105.86, 22.85), "An Giang, Lào Cai, Nghệ An, Phú Thọ, Yên Bái"),
        Zone(5897, "zone 482", 105, new(103.5, 8.33, 106.51, 23.4), "Hà Nội, Hà Nam, Ninh Bình, Thanh Hóa, Vĩnh Phúc, Cần Thơ, Bạc Liêu, Đồng Tháp, Hậu Giang; Vietnam from 103°30′E to 106°30′E"),
        Zone(9209, "105-30", 105.5, new(104.33, 9.19, 106.69, 23.4), "Bắc Ninh, Hà Giang, Hà Tĩnh, Hải Dương, Hưng Yên, Nam Định, Sóc Trăng, Tây Ninh, Thái Bình, Trà Vinh, Vĩnh Long"),
        Zone(9210, "105-45", 105.75, new(105.26, 9.75, 107.8, 23.12), "Hải Phòng, Thành phố Hồ Chí Minh, Bến Tre, Bình Dương, Cao Bằng, Long An, Tiền Giang"),
        Zone(9211, "106-00", 106, new(104.83, 16.92, 107.03, 22.7), "Hòa Bình, Quảng Bình, Tuyên Quang"),
        Zone(9212, "106-15", 106.25, new(106.41, 11.3, 107.43, 17.22), "Bình Phước, Quảng Trị"),
        Zone(9213, "106-30", 106.5, new(105.43, 21.32, 106.25, 22.75), "Bắc Kạn, Thái Nguyên"),
        Zone(9214, "107-00", 107, new(105.88, 15.99, 108.24, 21.63), "Bắc Giang, Thừa Thiên Huế"),
        Zone(9215, "107-15", 107.25, new(106.09, 21.32, 107.37, 22.47), "Lạng Sơn"),
        Zone(9216, "107-30", 107.5, new(107.33, 13.92, 108.55, 15.42), "Kon Tum"),
        Zone(5899, "107-45", 107.75, new(106.43, 8.57, 108.76, 21.67), "Quảng Ninh, Đà Nẵng, Quảng Nam, Bà Rịa – Vũng Tàu, Đồng Nai, Lâm Đồng"),
        Zone(5898, "zone 491", 108, new(106.5, 8.57, 109.53, 22.95), "Quảng Ngãi; Vietnam east of 106°30′E"),
        Zone(9217, "108-15", 108.25, new(108.55, 11.25, 109.53, 14.71), "Bình Định, Khánh Hòa, Ninh Thuận"),
        Zone(9218, "108-30", 108.5, new(107.2, 10.43, 109.52, 14.61), "Bình Thuận, Đắk Lắk, Đắk Nông, Gia Lai, Phú Yên"),
    ];

    /// <summary>The system of an EPSG number; null when CityMap does not know it.</summary>
    public static Crs? Find(int code) => All.FirstOrDefault(crs => crs.Code == code);

    private static Crs Zone(int code, string zone, double meridian, Bounds area, string places) =>
        new(code, $"VN-2000 / TM-3 {zone}", area, places, CrsDefinitions.Tm3($"VN-2000 / TM-3 {zone}", meridian));
}
