using System.Text.Json;

namespace CityMap.Server.Tests.Live;

/// <summary>One event as a browser would see it.</summary>
internal sealed record SseEvent(string? Id, string Name, JsonElement Data)
{
    public long Sequence => Data.GetProperty("seq").GetInt64();

    public string FeatureId => Name == "gone" ? Data.GetProperty("id").GetString()! : Data.GetProperty("feature").GetProperty("id").GetString()!;
}

/// <summary>Reads server-sent events (WHATWG HTML §9.2) line by line.</summary>
internal sealed class SseClient : IAsyncDisposable
{
    private static readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private SseClient(HttpResponseMessage response, StreamReader reader) => (_response, _reader) = (response, reader);

    /// <summary>The last id seen, with or without an event.</summary>
    public string? LastEventId { get; private set; }

    public int Heartbeats { get; private set; }

    public HttpResponseMessage Response => _response;

    public static async Task<SseClient> OpenAsync(Uri address, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new(response, new(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>The next event, not counting beats; null when the stream has ended.</summary>
    public async Task<SseEvent?> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        string? id = null, name = null, data = null;
        while (await _reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(':')) Heartbeats++;
            else if (line.StartsWith("id: ", StringComparison.Ordinal)) LastEventId = id = line[4..];
            else if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            else if (line.Length == 0 && name == "beat") (id, name, data) = (null, null, null);
            else if (line.Length == 0 && data is not null) return new(id, name ?? "message", JsonDocument.Parse(data).RootElement);
        }

        return null;
    }

    /// <summary>The next event, which must have this name.</summary>
    public async Task<SseEvent> NextAsync(string name)
    {
        var next = await NextAsync();
        Assert.NotNull(next);
        Assert.Equal(name, next.Name);
        return next;
    }

    /// <summary>All that is left, as text: for answers that are no stream.</summary>
    public Task<string> RestAsync() => _reader.ReadToEndAsync(TestContext.Current.CancellationToken);

    /// <summary>Reads until a heartbeat or an id without an event has come.</summary>
    public async Task HeartbeatAsync()
    {
        var before = Heartbeats;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (Heartbeats == before && await _reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(':')) Heartbeats++;
        }

        var id = await _reader.ReadLineAsync(limit.Token);
        Assert.StartsWith("id: ", id, StringComparison.Ordinal);
        LastEventId = id![4..];
    }

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
