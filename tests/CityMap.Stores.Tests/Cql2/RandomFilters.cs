using System.Globalization;
using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Layers;
using CityMap.Stores.Tests.Contract;
using NetTopologySuite.Geometries;

namespace CityMap.Stores.Tests.Cql2;

/// <summary>Filters and rows made by chance, of every operator there is, over few values so that many meet.</summary>
internal static class RandomFilters
{
    private static readonly string[] _texts = ["", "a", "B", "Straße", "STRASSE", "Đông Kinh", "đông kinh", "Kỳ Lừa", "Οδος", "ΟΔΟΣ", "x%y", "x_y", "😀b", "O'Neil"];
    private static readonly double[] _numbers = [0, 1, -1, 2, 3, 0.5, -2.5, 1e160, 1e-160, 40, 7];
    private static readonly string[] _shapes =
    [
        "POLYGON((106 21, 107 21, 107 22, 106 22, 106 21))", "LINESTRING(106 21, 107 22)", "POINT(106.5 21.5)", "MULTIPOINT((106 21), (106.5 21.5))",
        "GEOMETRYCOLLECTION(POINT(106.5 21.5), LINESTRING(106 21, 106 22))", "BBOX(106, 21, 106.5, 21.5)", "BBOX(107, 20, 106, 23)",
    ];

    public static Feature Report(Random random, int i) => Sample.Report(
        i.ToString("000", CultureInfo.InvariantCulture), 106 + (random.Next(5) / 4.0), 21 + (random.Next(5) / 4.0),
        ("type", Maybe(random, () => Pick(random, _texts))), ("title", Maybe(random, () => Pick(random, _texts))), ("severity", Maybe(random, () => (long)random.Next(-2, 5))),
        ("score", Maybe(random, () => Pick(random, _numbers))), ("open", Maybe(random, () => random.Next(2) == 0)), ("due_at", Maybe(random, () => Sample.At(random.Next(4)))))
        with
    { Geometry = random.Next(8) == 0 ? null : new Point(106 + (random.Next(5) / 4.0), 21 + (random.Next(5) / 4.0)) };

    public static Cql2Expression Next(Random random, int depth) => Cql2Filter.FromText(Boolean(random, depth));

    private static string Boolean(Random r, int depth) => r.Next(depth > 0 ? 16 : 11) switch
    {
        0 => $"{Text(r, 2)} {Sign(r)} {Text(r, 2)}",
        1 => $"{Number(r, 2)} {Sign(r)} {Number(r, 2)}",
        2 => $"{Instant(r)} {Sign(r)} {Instant(r)}",
        3 => $"open = {(r.Next(2) == 0 ? "TRUE" : "FALSE")}",
        4 => $"{Text(r, 2)} LIKE {Pick(r, ["'%'", "'_'", "'%a%'", "'x\\%y'", "'x\\_y'", "CASEI('%STRASSE')", "ACCENTI(CASEI('Đ%H'))", "'_b'"])}",
        5 => $"{Number(r, 1)} {(r.Next(2) == 0 ? "" : "NOT ")}BETWEEN {Number(r, 1)} AND {Number(r, 1)}",
        6 => r.Next(2) == 0 ? $"{Number(r, 1)} IN ({Number(r, 1)}, {Number(r, 1)})" : $"{Text(r, 1)} NOT IN ({Text(r, 1)}, {Text(r, 1)})",
        7 => $"{Pick(r, ["title", "severity", "due_at", "geometry", "open", Number(r, 2), Text(r, 1)])} IS {(r.Next(2) == 0 ? "NOT " : "")}NULL",
        8 => Spatial(r),
        9 => $"T_{Pick(r, ["AFTER", "BEFORE", "DISJOINT", "EQUALS", "INTERSECTS"])}({Time(r)}, {Time(r)})",
        10 => $"T_{Pick(r, ["CONTAINS", "DURING", "FINISHEDBY", "FINISHES", "MEETS", "METBY", "OVERLAPPEDBY", "OVERLAPS", "STARTEDBY", "STARTS"])}({Interval(r)}, {Interval(r)})",
        11 or 12 => $"({Boolean(r, depth - 1)} AND {Boolean(r, depth - 1)})",
        13 or 14 => $"({Boolean(r, depth - 1)} OR {Boolean(r, depth - 1)})",
        _ => $"NOT ({Boolean(r, depth - 1)})",
    };

    private static string Spatial(Random r)
    {
        var relation = Pick(r, ["INTERSECTS", "DISJOINT", "EQUALS", "TOUCHES", "WITHIN", "OVERLAPS", "CROSSES", "CONTAINS"]);
        var shape = Pick(r, _shapes);
        if (shape.StartsWith("GEOMETRYCOLLECTION", StringComparison.Ordinal)) relation = "INTERSECTS";
        return r.Next(2) == 0 ? $"S_{relation}(geometry, {shape})" : $"S_{relation}({shape}, geom)";
    }

    private static string Text(Random r, int depth) => r.Next(depth > 0 ? 6 : 3) switch
    {
        0 => "type",
        1 => "title",
        2 => $"'{Pick(r, _texts).Replace("'", "''", StringComparison.Ordinal)}'",
        3 => $"CASEI({Text(r, depth - 1)})",
        4 => $"ACCENTI({Text(r, depth - 1)})",
        _ => "id",
    };

    private static string Number(Random r, int depth) => r.Next(depth > 0 ? 5 : 3) switch
    {
        0 => "severity",
        1 => "score",
        2 => Pick(r, _numbers).ToString("R", CultureInfo.InvariantCulture),
        _ => $"({Number(r, depth - 1)} {Pick(r, ["+", "-", "*", "/", "%", "div", "^"])} {Number(r, depth - 1)})",
    };

    private static string Instant(Random r) => r.Next(3) switch
    {
        0 => "DATE('2026-03-01')",
        1 => $"TIMESTAMP('2026-03-01T00:0{r.Next(4)}:00Z')",
        _ => "due_at",
    };

    private static string Time(Random r) => r.Next(2) == 0 ? Instant(r) : Interval(r);

    private static string Interval(Random r) => r.Next(5) switch
    {
        0 => "INTERVAL('..', '2026-03-01T00:02:00Z')",
        1 => "INTERVAL('2026-03-01T00:01:00Z', '..')",
        2 => "INTERVAL(due_at, '2026-03-01T00:03:00Z')",
        3 => "INTERVAL(due_at, due_at)",
        _ => "INTERVAL('2026-03-01', '2026-03-01T00:02:00Z')",
    };

    private static string Sign(Random r) => Pick(r, ["=", "<>", "<", ">", "<=", ">="]);

    private static T Pick<T>(Random r, T[] values) => values[r.Next(values.Length)];

    private static object? Maybe(Random random, Func<object> value) => random.Next(6) == 0 ? null : value();
}
