using System.Net.Http.Headers;
using System.Text.Json;

namespace CityMap.Viewer.Live;

/// <summary>
/// Follows <c>GET /api/live</c> for as long as it is wanted: after a break it goes on behind the last event it heard, so that nothing is
/// missed, and waits longer from attempt to attempt, up to half a minute.
/// </summary>
/// <param name="http">With the server as its base address.</param>
/// <param name="time">The clock of its patience.</param>
public sealed class FeedClient(HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    // The server beats every 15 seconds at the latest: a line as silent as this is dead.
    private static readonly TimeSpan _silence = TimeSpan.FromSeconds(60);

    /// <summary>Follows the feed until it is cancelled.</summary>
    /// <param name="hear">Called for every message, one after the other.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Action<FeedMessage> hear, CancellationToken cancellationToken)
    {
        var (last, pause) = ((string?)null, _first);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                last = await FollowAsync(last, message =>
                {
                    pause = _first;
                    hear(message);
                }, id => last = id, cancellationToken);
                hear(new FeedMessage.Lost("the server ended the line"));
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or JsonException or TimeoutException && !cancellationToken.IsCancellationRequested)
            {
                hear(new FeedMessage.Lost(broken.Message));
            }

            await Task.Delay(pause, time, cancellationToken);
            pause = TimeSpan.FromTicks(Math.Min(_longest.Ticks, pause.Ticks * 2));
        }
    }

    private async Task<string?> FollowAsync(string? last, Action<FeedMessage> hear, Action<string?> heardUpTo, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/live");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (last is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var lines = ServerSentEvent.ReadAsync(stream, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await lines.MoveNextAsync().AsTask().WaitAsync(_silence, time, cancellationToken))
        {
            if (FeedMessage.Of(lines.Current) is { } message) hear(message);
            heardUpTo(last = lines.Current.Id ?? last);
        }

        return last;
    }
}
