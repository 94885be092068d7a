using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace CityMap.Bench.Reports;

/// <summary>65 districts of 40 corners each that fill the box the reports come from, so that every report has one to be found.</summary>
internal static class BenchDistricts
{
    private const int Across = 13;
    private const int Down = 5;
    private const double West = 106.54;
    private const double South = 21.64;
    private const double Width = 0.42 / Across;
    private const double Height = 0.42 / Down;

    /// <summary>Imports them through the public API.</summary>
    public static async Task ImportAsync(Uri server, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = server };
        var content = new StringContent(GeoJson());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/geo+json");
        using var response = await client.PostAsync("/api/imports?layer=districts&format=geojson&mode=replace", content, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.Contains("\"stored\":true", StringComparison.Ordinal)) throw new InvalidOperationException("The districts were not imported: " + answer);
    }

    private static string GeoJson()
    {
        var features = Enumerable.Range(0, Across * Down).Select(i => Feature(i, West + (i % Across * Width), South + (i / Across * Height)));
        return $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', features)}]}}";
    }

    private static string Feature(int number, double west, double south)
    {
        var ring = new StringBuilder();
        for (var i = 0; i <= 40; i++)
        {
            var (x, y) = Corner(i % 40);
            ring.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}[{west + (x * Width):0.#######},{south + (y * Height):0.#######}]");
        }

        return $$$"""{"type":"Feature","id":"{{{number:00000}}}@2025","geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]},"properties":{"code":"{{{number:00000}}}","name_vi":"Xã {{{number}}}","name_en":"Commune {{{number}}}","kind":"commune","edition":"2025","valid_from":"2025-07-01"}}""";
    }

    // Ten steps along each side, counterclockwise.
    private static (double X, double Y) Corner(int i) => (i / 10) switch
    {
        0 => (i % 10 / 10.0, 0),
        1 => (1, i % 10 / 10.0),
        2 => (1 - (i % 10 / 10.0), 1),
        _ => (0, 1 - (i % 10 / 10.0)),
    };
}
