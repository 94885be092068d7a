using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>The roads and main streets by name, drawn through given points; everything smaller grows between them. Metres.</summary>
internal static class MainStreets
{
    /// <summary>Name, class, points; where one crosses the river, the bridge takes the name given last.</summary>
    public static readonly (string Name, StreetClass Class, Vec[] Points, string? Bridge)[] All =
    [
        ("Quốc lộ 1A", StreetClass.Trunk,
        [
            new(-1450, -13800), new(-600, -11800), new(500, -9500), new(1300, -7500), new(1800, -6000), new(2700, -4600), new(3180, -3600),
            new(3750, -2500), new(3500, -1200), new(3000, 200), new(2450, 1000), new(2250, 2100), new(1500, 3300), new(200, 4100),
            new(-1300, 5100),
            new(-3300, 6700), new(-5000, 8100), new(-6050, 9700), new(-5900, 11500), new(-5300, 12800), new(-5100, 13900),
        ], "Cầu Mai Pha"),
        ("Quốc lộ 4B", StreetClass.Trunk,
        [
            new(2700, -4600), new(3900, -5400), new(5000, -6500), new(6600, -7600), new(7500, -8700), new(9100, -9500), new(10600, -10800),
            new(12800, -11500), new(14200, -12500),
        ], null),
        ("Quốc lộ 1B", StreetClass.Trunk,
        [
            new(-1650, 1010), new(-2600, 1350), new(-4100, 1500), new(-5600, 1450), new(-6600, 2300), new(-7700, 2950), new(-8700, 2000),
            new(-9900, 1100), new(-11500, 700), new(-13200, -600),
        ], "Cầu Khánh Khê"),
        ("Quốc lộ 4A", StreetClass.Trunk,
        [new(-6050, 9700), new(-7100, 10700), new(-8500, 11500), new(-10000, 12800), new(-10900, 13500)], null),
        ("Đường Tân Thanh", StreetClass.Primary,
            [new(-7100, 10700), new(-7300, 12300), new(-7000, 14000), new(-7500, 15600), new(-7930, 16480)], null),
        ("Trần Đăng Ninh", StreetClass.Primary,
        [
            new(0, -490), new(-10, 60), new(-60, 480), new(-180, 980), new(-330, 1600), new(-600, 2400), new(-800, 3300), new(-900, 4150),
            new(-1300, 5100),
        ], "Cầu Kỳ Cùng"),
        ("Hùng Vương", StreetClass.Primary,
        [
            new(0, -490), new(10, -640), new(70, -900), new(160, -1500), new(500, -2300), new(1150, -3050), new(1950, -3900), new(2700, -4600),
        ], "Cầu Kỳ Cùng"),
        ("Lê Lợi", StreetClass.Primary,
            [new(-10, 60), new(400, 130), new(1010, 210), new(1700, 330), new(2300, 480), new(2790, 530)], null),
        ("Bà Triệu", StreetClass.Primary,
        [new(980, -600), new(1010, 210), new(1010, 850), new(890, 1500), new(790, 2300), new(950, 2900), new(1500, 3300)], "Cầu Đông Kinh"),
        ("Lý Thái Tổ", StreetClass.Primary,
            [new(980, -600), new(982, -780), new(1060, -1100), new(1380, -1750), new(1900, -2350),
                new(2500, -3000), new(3180, -3600)], "Cầu Đông Kinh"),
        ("Đường 17 Tháng 10", StreetClass.Secondary,
            [new(-850, 160), new(-800, -300), new(-900, -740), new(-780, -1150), new(-330, -1620), new(190, -1600)], "Cầu 17-10"),
        ("Trần Hưng Đạo", StreetClass.Secondary,
            [new(-1180, -1440), new(-780, -1150), new(-350, -960), new(70, -900), new(560, -960), new(1060, -1100),
                new(1750, -1250), new(2250, -1680), new(2560, -2300), new(2500, -3000)], null),
        ("Nhị Thanh", StreetClass.Secondary, [new(-40, 300), new(-450, 230), new(-850, 160), new(-1200, 60), new(-1550, 180)], null),
        ("Tam Thanh", StreetClass.Secondary, [new(-60, 480), new(-500, 590), new(-950, 660), new(-1350, 800), new(-1650, 1010)], null),
        ("Bắc Sơn", StreetClass.Secondary, [new(-150, 870), new(300, 850), new(1010, 850)], null),
        ("Phai Vệ", StreetClass.Secondary, [new(-45, 400), new(300, 450), new(620, 490), new(1010, 480)], null),
        ("Ngô Quyền", StreetClass.Secondary, [new(1010, 480), new(1600, 720), new(2120, 960), new(2450, 1000)], null),
        ("Hoàng Văn Thụ", StreetClass.Secondary, [new(-810, -240), new(-420, -330), new(0, -330)], null),
        ("Nguyễn Du", StreetClass.Secondary,
            [new(0, -330), new(500, -300), new(990, -400), new(1550, -540), new(2250, -960), new(2900, -1450),
                new(3500, -1200)], null),
        ("Phan Đình Phùng", StreetClass.Secondary, [new(-800, -300), new(-700, 0), new(-450, 230)], null),
        ("Nguyễn Thị Minh Khai", StreetClass.Secondary,
            [new(-180, 980), new(-550, 1060), new(-1000, 1330), new(-1750, 1700), new(-2600, 1350)], null),
        ("Bế Văn Đàn", StreetClass.Secondary, [new(-330, 1600), new(200, 1600), new(890, 1500), new(1450, 1950), new(2250, 2100)], null),
        ("Quang Trung", StreetClass.Secondary, [new(160, -1500), new(700, -1580), new(1300, -1600)], null),
        ("Trần Phú", StreetClass.Secondary, [new(330, -1930), new(1000, -2050), new(1640, -2080)], null),
        ("Chu Văn An", StreetClass.Secondary, [new(1720, -340), new(1720, 330), new(1600, 720)], null),
    ];
}
