using System.Diagnostics;
using System.Text.Json;

namespace CityMap.Bench.Open;

/// <summary>Brings files into a server as its users do: by <c>POST /api/imports</c>.</summary>
internal static class Importing
{
    /// <summary>Imports a file and waits until it is stored.</summary>
    /// <returns>How long it took from the first byte sent to the answer, and the features stored by layer.</returns>
    /// <exception cref="InvalidOperationException">It was not stored; the answer.</exception>
    public static async Task<(double Seconds, IReadOnlyDictionary<string, long> Stored)> RunAsync(
        Uri server, string file, string parameters, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        await using var body = File.OpenRead(file);
        using var content = new StreamContent(body, 1 << 18);
        var name = Uri.EscapeDataString(Path.GetFileName(file));
        var clock = Stopwatch.StartNew();
        using var answer = await client.PostAsync($"/api/imports?file={name}&{parameters}", content, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        var seconds = clock.Elapsed.TotalSeconds;
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException("The file was not imported: " + text);
        using var report = JsonDocument.Parse(text);
        var layers = report.RootElement.GetProperty("layers").EnumerateArray();
        return (seconds, layers.ToDictionary(layer => layer.GetProperty("layer").GetString()!, layer => layer.GetProperty("count").GetInt64(), StringComparer.Ordinal));
    }
}
