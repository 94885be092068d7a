using System.Globalization;
using System.Text;

namespace CityMap.Bench.Open;

/// <summary>Lamp posts in and around a city, the same for everybody: as CSV with two columns of degrees, and as <c>\copy</c> takes them.</summary>
internal static class PointFile
{
    private const double West = 106.55;
    private const double South = 21.65;
    private const double Side = 0.4;

    private static readonly string[] _kinds = ["thép", "bê tông", "gỗ", "nhôm"];

    /// <summary>Writes the file that CityMap and ogr2ogr read: id, lon, lat, name, kind, height, checked_at.</summary>
    public static Task WriteCsvAsync(string path, int rows, CancellationToken cancellationToken) => WriteAsync(
        path, "id,lon,lat,name,kind,height,checked_at", rows, (text, row, lon, lat) => text.Append(CultureInfo.InvariantCulture, $"P{row:0000000},{lon:0.######},{lat:0.######}"), cancellationToken);

    /// <summary>Writes the same rows for <c>\copy</c>: id, geom, name, kind, height, checked_at.</summary>
    public static Task WriteCopyAsync(string path, int rows, CancellationToken cancellationToken) => WriteAsync(
        path, "id,geom,name,kind,height,checked_at", rows, (text, row, lon, lat) => text.Append(CultureInfo.InvariantCulture, $"P{row:0000000},SRID=4326;POINT({lon:0.######} {lat:0.######})"), cancellationToken);

    /// <summary>A box among the points that holds a share of them on average: west, south, east, north.</summary>
    public static (double West, double South, double East, double North) Box(Random random, double share)
    {
        var side = Side * Math.Sqrt(share);
        var (west, south) = (West + (random.NextDouble() * (Side - side)), South + (random.NextDouble() * (Side - side)));
        return (west, south, west + side, south + side);
    }

    private static async Task WriteAsync(
        string path, string header, int rows, Action<StringBuilder, int, double, double> place, CancellationToken cancellationToken)
    {
        var random = new Random(7);
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        await file.WriteLineAsync(header.AsMemory(), cancellationToken);
        var text = new StringBuilder();
        for (var row = 1; row <= rows; row++)
        {
            text.Clear();
            place(text, row, West + (random.NextDouble() * Side), South + (random.NextDouble() * Side));
            var checkedAt = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMinutes(random.Next(400_000));
            text.Append(CultureInfo.InvariantCulture, $",Cột đèn số {row} ngõ {row % 400},{_kinds[row % 4]},{6 + (row % 11 / 2.0):0.0},{checkedAt:yyyy-MM-ddTHH:mm:ssZ}\n");
            await file.WriteAsync(text, cancellationToken);
        }
    }
}
