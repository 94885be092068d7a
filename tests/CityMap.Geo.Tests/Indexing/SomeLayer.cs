using CityMap.Geo.Layers;
using CsCheck;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Tests.Indexing;

/// <summary>A layer with a field of every type, and random features for it.</summary>
internal static class SomeLayer
{
    public static readonly LayerInfo Info = new("things", new("Vật", "Things"), GeometryKind.Any, [
        new("title", FieldType.Text, new("a", "a")),
        new("district", FieldType.Text, new("a", "a")),
        new("severity", FieldType.Integer, new("a", "a")),
        new("open", FieldType.Boolean, new("a", "a")),
        new("due_at", FieldType.Timestamp, new("a", "a")),
        new("depth", FieldType.Real, new("a", "a")),
    ])
    { Live = true };

    private static readonly Gen<string?> Title = Gen.OneOf(
        Gen.Const((string?)null), Gen.OneOf("Cây đổ", "cay do", "Ngập nước", "𝄞 nhạc", "\uFFFD!").Select(t => (string?)t), Gen.String[0, 8].Where(Whole).Select(t => (string?)t));

    private static readonly Gen<Geometry?> Shape = Gen.Frequency(
        (8, Gen.Select(Gen.Int[-40, 40], Gen.Int[-40, 40]).Select((x, y) => (Geometry?)new Point(x / 10.0, y / 10.0) { SRID = 4326 })),
        (1, Gen.Const((Geometry?)null)),
        (1, Gen.Select(Gen.Double[-4, 4], Gen.Double[-4, 4], Gen.Double[-1, 1], Gen.Double[0.1, 1]).Select((x, y, dx, dy) =>
            (Geometry?)new LineString([new(x, y), new(x + dx, y + dy)]) { SRID = 4326 })));

    public static Gen<Feature> Feature(Gen<string> id, bool onlyPoints = false) => Gen.Select(
        id, onlyPoints ? Shape.Where(s => s is Point) : Shape, Title, Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[-3, 3])
        .Select((i, shape, title, district, severity, open, due, depth) => new Feature(i, shape, new Dictionary<string, object?>
        {
            ["title"] = title,
            ["district"] = district == 0 ? null : $"d{district}",
            ["severity"] = severity == 0 ? null : (long)severity,
            ["open"] = open == 2 ? null : open == 1,
            ["due_at"] = due == 0 ? null : DateTimeOffset.UnixEpoch.AddHours(due * 7),
            ["depth"] = depth == 0 ? null : depth / 2.0,
        }));

    /// <summary>Ids that are UUIDs, from a small set so that they come again.</summary>
    public static Gen<string> Uuids(int distinct) => Gen.Int[1, distinct].Select(n => new Guid(n, 1, 7, 8, 0, 0, 0, 0, 0, 0, 9).ToString("D"));

    /// <summary>Ids of any kind, from a small set.</summary>
    public static Gen<string> Names(int distinct) => Gen.Int[1, distinct].Select(n => n % 3 == 0 ? $"trạm {n}" : $"f{n}");

    private static bool Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }

        return true;
    }
}
