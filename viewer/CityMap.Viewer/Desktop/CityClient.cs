using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CityMap.Viewer.Desktop;

/// <summary>Asks the server's public routes. Every failure is a <see cref="ServerProblem"/>.</summary>
/// <param name="http">With the server as its base address.</param>
public sealed class CityClient(HttpClient http)
{
    private const int Page = 1000;

    /// <summary>One document.</summary>
    /// <param name="route">Path and query, beginning with a slash.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<JsonElement> ReadAsync(string route, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return Parsed(await SendAsync(request, cancellationToken));
    }

    /// <summary>A file, such as a map on paper or a tile.</summary>
    public Task<byte[]> FileAsync(string route, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Get, route), cancellationToken);

    /// <summary>Every item of a list, page after page, and the sequence number its first page is true at.</summary>
    /// <param name="route">Path and query without <c>limit</c> and <c>after</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(IReadOnlyList<JsonElement> Items, long Sequence)> ListAsync(string route, CancellationToken cancellationToken)
    {
        var (items, sequence, after) = (new List<JsonElement>(), long.MaxValue, (string?)null);
        do
        {
            var next = $"{route}{(route.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={Page}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";
            var page = await ReadAsync(next, cancellationToken);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            // What changes between two pages is heard again over the feed: the oldest page counts.
            sequence = Math.Min(sequence, page.GetProperty("sequence").GetInt64());
            after = page.TryGetProperty("next", out var more) && more.ValueKind == JsonValueKind.String ? more.GetString() : null;
        }
        while (after is not null);
        return (items, sequence);
    }

    /// <summary>Sends a body once: the same key gets the same answer, however often a bad line makes it be sent again.</summary>
    /// <param name="route">The path.</param>
    /// <param name="body">JSON.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<JsonElement> PostAsync(string route, string body, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        return Parsed(await SendAsync(request, cancellationToken));
    }

    private async Task<byte[]> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode ? bytes : throw Refusal((int)response.StatusCode, bytes);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ServerProblem("unreachable", broken.Message, broken);
        }
    }

    private static JsonElement Parsed(byte[] bytes)
    {
        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException strange)
        {
            throw new ServerProblem("unreadable", "The answer is no JSON: this is not a server of CityMap.", strange);
        }
    }

    private static ServerProblem Refusal(int status, byte[] bytes)
    {
        try
        {
            var problem = JsonElement.Parse(bytes);
            if (problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("code", out var code))
            {
                return new(code.GetString() ?? $"{status}", problem.TryGetProperty("detail", out var detail) ? detail.GetString() ?? "" : "");
            }
        }
        catch (JsonException)
        {
            return new($"{status}", $"The server answered {status}.");
        }

        return new($"{status}", $"The server answered {status}.");
    }
}
