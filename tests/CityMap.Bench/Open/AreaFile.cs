using System.Globalization;
using System.Text;

namespace CityMap.Bench.Open;

/// <summary>A large GeoJSON file: a hundred thousand parcels of sixty-four vertices, on one line.</summary>
internal static class AreaFile
{
    private const int Areas = 100_000;
    private const int Vertices = 64;

    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        await file.WriteAsync("""{"type":"FeatureCollection","features":[""".AsMemory(), cancellationToken);
        var text = new StringBuilder();
        for (var area = 0; area < Areas; area++)
        {
            text.Clear().Append(area == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""{"type":"Feature","properties":{"name":"Thửa {{area}}","use":"{{area % 7}}"},"geometry":{"type":"Polygon","coordinates":[[""");
            var (lon, lat) = (106.5 + (area % 400 * 0.001), 21.6 + (area / 400 * 0.001));
            for (var i = 0; i <= Vertices; i++)
            {
                var angle = i % Vertices * 2 * Math.PI / Vertices;
                text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}[{lon + (0.0004 * Math.Cos(angle)):0.0000000},{lat + (0.0004 * Math.Sin(angle)):0.0000000}]");
            }

            text.Append("]]}}");
            await file.WriteAsync(text, cancellationToken);
        }

        await file.WriteAsync("]}".AsMemory(), cancellationToken);
    }
}
