using CityMap.Geo.Coordinates;
using CityMap.Geo.Indexing;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Bench.Tiles;

/// <summary>A million incidents, evenly over the town, of which the last twentieth came or changed after the index was built.</summary>
internal static class TileCity
{
    public const int Incidents = 1_000_000;
    public const int Changed = Incidents / 20;
    public static readonly Bounds Town = new(106.62, 21.72, 106.92, 22.0);
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static readonly LayerInfo Layer = new("incidents", new("Sự cố", "Incidents"), GeometryKind.Point, [
        new("type", FieldType.Text, new("Loại", "Type")),
        new("title", FieldType.Text, new("Tiêu đề", "Title")),
        new("severity", FieldType.Integer, new("Mức", "Severity")),
        new("state", FieldType.Text, new("Trạng thái", "State")),
        new("acknowledged", FieldType.Boolean, new("Đã xác nhận", "Acknowledged")),
        new("open", FieldType.Boolean, new("Đang mở", "Open")),
        new("due_at", FieldType.Timestamp, new("Hạn", "Due")),
    ])
    { Live = true };

    private static readonly string[] _types = ["TRAFFIC", "LIGHT", "TREE", "WATER", "POWER", "WASTE", "NOISE", "ORDER", "FIRE", "HAZARD", "OTHER"];
    private static readonly string[] _states = ["New", "Received", "Assigned", "InProgress", "FixClaimed", "FixVerified", "Closed", "Rejected", "Reopened"];
    private static readonly string[] _what = ["Đèn đường không sáng", "Cây đổ chắn lối", "Ngập nước", "Rác chưa thu gom", "Ổ gà trên mặt đường", "Mất điện", "Cống tắc", "Vỡ ống nước", "Dây điện võng thấp", "Tiếng ồn ban đêm", "Lấn chiếm vỉa hè", "Biển báo gãy"];
    private static readonly string[] _where = ["Trần Đăng Ninh", "Lê Lợi", "Trần Hưng Đạo", "Bà Triệu", "Ngô Quyền", "Phai Vệ", "Hùng Vương", "Mỹ Sơn", "Bắc Sơn", "Nguyễn Du", "Lý Thường Kiệt", "Quang Trung", "Chu Văn An", "Tô Thị", "Đinh Tiên Hoàng", "Kỳ Lừa"];

    /// <summary>One incident as it is in the end, or as it was before its change.</summary>
    public static Feature Incident(int number, bool before = false)
    {
        var random = new Random(before ? -number - 1 : number);
        var state = _states[random.Next(_states.Length)];
        return new(Id(number), new Point(Town.West + (random.NextDouble() * 0.3), Town.South + (random.NextDouble() * 0.28)), new Dictionary<string, object?>
        {
            ["type"] = _types[random.Next(_types.Length)],
            ["title"] = $"{_what[random.Next(_what.Length)]}, số {random.Next(1, 2_000)} {_where[random.Next(_where.Length)]}",
            ["severity"] = (long)random.Next(1, 6),
            ["state"] = state,
            ["acknowledged"] = random.Next(3) > 0,
            ["open"] = state is not ("Closed" or "Rejected"),
            ["due_at"] = Now.AddMinutes(random.Next(-100_000, 10_000)),
        });
    }

    /// <summary>The index: built from the rest, then changed in batches as a feed would.</summary>
    public static async Task<LiveIndex> IndexAsync(CancellationToken cancellationToken)
    {
        // Half of the changed ones are there before, elsewhere and otherwise; the other half is new.
        var before = Enumerable.Range(0, Incidents).Where(n => n >= Changed / 2).Select(n => Incident(n, n < Changed));
        var index = LiveIndex.Build(Layer, before, 1);
        for (var n = 0; n < Changed; n += 100)
        {
            index.Apply([.. Enumerable.Range(n, 100).Select(i => new FeatureChange(Layer.Id, Id(i), Incident(i)))], n + 2);
        }

        await index.SettleAsync(cancellationToken);
        return index;
    }

    private static string Id(int number) => new Guid(number, (short)(number >> 7), 0x7abc, 0x80, (byte)number, (byte)(number >> 8), (byte)(number >> 16), 1, 2, 3, 4).ToString("D");
}
