namespace CityMap.Geo.Demo.Ground;

/// <summary>
/// What the generator is told about the site: the course of the river, hills, lakes, parks and where people live. Metres.
/// </summary>
internal static class Site
{
    /// <summary>The Kỳ Cùng, downstream.</summary>
    public static readonly Vec[] RiverControls =
    [
        new(15000, -11300), new(13600, -10300), new(12300, -9900), new(11000, -9500), new(9700, -8300), new(8300, -7900),
        new(7500, -6500), new(6100, -5700), new(5400, -4300), new(4400, -3700), new(3600, -3050), new(3150, -2150),
        new(2450, -1350), new(1500, -760), new(500, -470), new(-450, -520), new(-1150, -900), new(-1650, -1600),
        new(-2500, -1980), new(-3350, -1550), new(-3750, -600), new(-4600, 120), new(-5800, 60), new(-6900, 800),
        new(-7800, 2100), new(-9100, 2900), new(-10300, 4300), new(-11900, 5200), new(-13000, 6500),
    ];

    /// <summary>Karst hills and green heights with names.</summary>
    public static readonly Hill[] Hills =
    [
        new("Núi Tô Thị", "hill", new(-1980, 640), 270, 150, 20), new("Núi Tam Thanh", "hill", new(-1260, 1080), 190, 130, 150),
        new("Núi Nhị Thanh", "hill", new(-1000, -110), 150, 85, 170), new("Thành nhà Mạc", "hill", new(-1170, 400), 120, 85, 60),
        new("Đồi Phai Vệ", "hill", new(470, 325), 120, 75, 15), new("Núi Chóp Chài", "hill", new(1950, 1650), 330, 210, 120),
        new("Đồi Quán Hồ", "hill", new(-560, -1900), 210, 130, 40), new("Núi Đèo Giang", "hill", new(4300, -1700), 620, 330, 130),
        new("Núi Văn Vỉ", "hill", new(-3000, 350), 520, 300, 35), new("Đồi Pò Lẻo", "hill", new(900, -3300), 260, 170, 100),
    ];

    /// <summary>Parks and squares.</summary>
    public static readonly Hill[] Parks =
    [
        new("Công viên Chi Lăng", "park", new(265, -690), 125, 62, 5), new("Quảng trường Hùng Vương", "park", new(265, -1330), 95, 60, 80),
        new("Công viên hồ Phai Loạn", "park", new(-480, 1330), 150, 105, 30),
        new("Công viên Mai Pha", "park", new(1450, -2450), 130, 85, 60),
        new("Vườn hoa Đông Kinh", "park", new(1235, -330), 80, 42, 160),
    ];

    /// <summary>Lakes.</summary>
    public static readonly Hill[] Lakes =
    [
        new("Hồ Phai Loạn", "lake", new(-480, 1330), 88, 52, 30), new("Hồ Thâm Sỉnh", "lake", new(-2350, 2650), 310, 130, 65),
        new("Hồ Nà Tâm", "reservoir", new(4350, -7300), 430, 190, 125), new("Hồ Bó Diêm", "lake", new(1750, 2650), 150, 80, 10),
        new("Hồ Nà Chuông", "reservoir", new(-800, -5200), 370, 160, 70), new("Hồ Kỳ Nà", "reservoir", new(-5300, 4700), 330, 150, 40),
        new("Hồ Khuôn Pinh", "reservoir", new(6200, 3200), 380, 170, 20), new("Hồ Lẩu Xá", "lake", new(2250, -2850), 95, 50, 50),
    ];

    /// <summary>Where people live: middle, radius (metres) and how dense (0 to 1). Villages come from the generator.</summary>
    public static readonly (Vec Middle, double Radius, double Strength)[] Towns =
    [
        (new(150, 250), 1750, 1.0), (new(500, -1150), 1450, 0.95), (new(-700, 1300), 1250, 0.75), (new(900, 2300), 1250, 0.7),
        (new(1700, 300), 1300, 0.75), (new(1500, -2700), 1000, 0.6), (new(-900, -1450), 900, 0.62), (new(-6500, 9800), 1000, 0.7),
        (new(9300, -9300), 850, 0.6), (new(-5150, 13300), 420, 0.45), (new(-7350, 15650), 420, 0.45),
    ];
}
