using System.Text.Json;
using CityMap.Server.Cli.Client;

namespace CityMap.Server.Cli.Areas;

/// <summary>Asks the server about areas; what it refuses is said on the error stream.</summary>
internal sealed class AreasClient(HttpClient client)
{
    /// <summary>A query string of those parameters that have a value.</summary>
    public static string Query(params (string Name, string? Value)[] parameters) =>
        string.Join('&', parameters.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    /// <summary>Asks; null when the server refused.</summary>
    public async Task<JsonElement?> AskAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(path, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    /// <summary>Sends a file; null when the server refused.</summary>
    public async Task<JsonElement?> SendAsync(string path, FileInfo file, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(file.OpenRead());
        content.Headers.ContentType = new("application/octet-stream");
        using var response = await client.PostAsync(path, content, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    private static async Task<JsonElement?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = await response.Content.ReadFromJsonAsync(CliJson.Default.JsonElement, cancellationToken);
        if (response.IsSuccessStatusCode) return answer;
        var expected = answer.TryGetProperty("expected", out var right) && right.ValueKind == JsonValueKind.String ? $" Expected: {right.GetString()}." : "";
        await Console.Error.WriteLineAsync(answer.TryGetProperty("detail", out var detail) ? detail.GetString() + expected : $"The server answered {(int)response.StatusCode}.");
        return null;
    }
}
