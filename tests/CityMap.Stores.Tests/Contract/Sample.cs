using System.Security.Cryptography;
using System.Text;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Layers, features and appends the suites speak about.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A live layer of points with a field of every type.</summary>
    public static readonly LayerInfo Reports = new("reports", new("Phản ánh", "Reports"), GeometryKind.Point,
    [
        new("type", FieldType.Text, new("Loại", "Type"), Indexed: true),
        new("title", FieldType.Text, new("Tiêu đề", "Title")),
        new("severity", FieldType.Integer, new("Mức", "Severity"), Indexed: true),
        new("score", FieldType.Real, new("Điểm", "Score")),
        new("open", FieldType.Boolean, new("Mở", "Open"), Indexed: true),
        new("due_at", FieldType.Timestamp, new("Hạn", "Due"), Indexed: true),
        new("district", FieldType.Text, new("Phường", "District"), Indexed: true),
    ])
    { Live = true, Order = 30, Group = "live" };

    /// <summary>A live layer of any shapes.</summary>
    public static readonly LayerInfo Footprints = new("footprints", new("Vết", "Footprints"), GeometryKind.Any,
        [new("type", FieldType.Text, new("Loại", "Type"))])
    { Live = true, Order = 20, Group = "live" };

    /// <summary>A static layer of lines without districts.</summary>
    public static readonly LayerInfo Roads = new("roads", new("Đường", "Roads"), GeometryKind.Line,
    [
        new("name", FieldType.Text, new("Tên", "Name"), Indexed: true),
        new("lanes", FieldType.Integer, new("Làn", "Lanes")),
    ])
    { Order = 10, Group = "base", Owner = "Sở Xây dựng", Cadence = "P1Y", Illustrative = true };

    public static readonly LayerInfo[] Layers = [Reports, Footprints, Roads];

    private static readonly WKTReader Wkt = new();

    /// <summary>A moment so many minutes after the start.</summary>
    public static DateTimeOffset At(double minutes) => Start.AddMinutes(minutes);

    public static Geometry Shape(string wkt)
    {
        lock (Wkt) return Wkt.Read(wkt);
    }

    public static Feature Report(string id, params (string Field, object? Value)[] values) => Report(id, 106.76, 21.85, values);

    public static Feature Report(string id, double lon, double lat, params (string Field, object? Value)[] values) =>
        new(id, new Point(lon, lat), values.ToDictionary(v => v.Field, v => v.Value));

    public static Feature Road(string id, string wkt, string? name = null, long? lanes = null) =>
        new(id, Shape(wkt), new Dictionary<string, object?> { ["name"] = name, ["lanes"] = lanes });

    public static NewEntry Entry(string kind = "report.made", double minute = 0, string data = "{}") =>
        new(kind, At(minute), At(minute).AddSeconds(1), "Nguyễn Văn A", data);

    public static NewEntry Imported(string layer) => Entry("layer.imported", data: $$"""{"layer":"{{layer}}"}""");

    /// <summary>One entry in a stream, changing nothing on the map.</summary>
    public static Append Note(string stream, long expected, double minute = 0) => new(stream, expected, [Entry("report.noted", minute)], []);

    /// <summary>Puts or changes one report; its stream is <c>report/{id}</c>.</summary>
    public static Append Put(Feature report, long expected = 0, double minute = 0, string layer = "reports") =>
        new($"report/{report.Id}", expected, [Entry(minute: minute)], [new(layer, report.Id, report)]);

    /// <summary>Takes one report off the map.</summary>
    public static Append Remove(string id, long expected, double minute) =>
        new($"report/{id}", expected, [Entry("report.removed", minute)], [new("reports", id, null)]);

    public static IdempotencyKey Key(string value, string body, string caller = "console") =>
        new(caller, value, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
}
