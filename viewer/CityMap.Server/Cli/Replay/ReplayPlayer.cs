using System.Globalization;
using System.Net;
using System.Text.Json;

namespace CityMap.Server.Cli.Replay;

/// <summary>Plays rows through the public API at a pace, rows of one incident in their order, each call under a key of its own.</summary>
internal sealed class ReplayPlayer(HttpClient client, string keyPrefix, TimeProvider timeProvider)
{
    private const int MostInFlight = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _slots = new(MostInFlight);
    private readonly Dictionary<string, (ReplayStory Story, Task Last)> _stories = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>What has been done so far.</summary>
    public ReplayTally Tally { get; } = new();

    /// <summary>Plays all rows; <paramref name="speed"/> seconds of the file pass in one second, 0 plays without waiting.</summary>
    public async Task PlayAsync(IReadOnlyList<ReplayRow> rows, double speed, Action<ReplayRow> started, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return;
        var began = timeProvider.GetTimestamp();
        var running = new List<Task>();
        try
        {
            foreach (var row in rows)
            {
                if (speed > 0)
                {
                    var wait = (row.At - rows[0].At) / speed - timeProvider.GetElapsedTime(began);
                    if (wait > TimeSpan.Zero) await Task.Delay(wait, timeProvider, cancellationToken);
                }

                await _slots.WaitAsync(cancellationToken);
                started(row);
                running.Add(Enqueue(row, cancellationToken));
                if (running.Count > 1000) running.RemoveAll(t => t.IsCompletedSuccessfully);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await Task.WhenAll(running);
    }

    private Task Enqueue(ReplayRow row, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var key = row.Key ?? row.Line.ToString(CultureInfo.InvariantCulture);
            var (story, last) = _stories.TryGetValue(key, out var known) ? known : (new ReplayStory(), Task.CompletedTask);
            var task = PlayAfterAsync(last, story, row, cancellationToken);
            if (row.Key is not null) _stories[key] = (story, task);
            return task;
        }
    }

    private async Task PlayAfterAsync(Task before, ReplayStory story, ReplayRow row, CancellationToken cancellationToken)
    {
        try
        {
            await before;
            await PlayAsync(story, row, cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task PlayAsync(ReplayStory story, ReplayRow row, CancellationToken cancellationToken)
    {
        if (story.Id is null)
        {
            if (row.Kind != ReplayKind.Gone) await ReportAsync(story, row, cancellationToken);
            return;
        }

        var step = 0;
        foreach (var call in story.Next(row).ToList())
        {
            var (status, body) = await SendAsync($"/api/incidents/{story.Id}/commands", call, row.At, Key(row, ++step), cancellationToken);
            if (status == HttpStatusCode.OK) Tally.Updated();
            else Refuse(row, body);
        }

        story.Played(row);
    }

    private async Task ReportAsync(ReplayStory story, ReplayRow row, CancellationToken cancellationToken)
    {
        if (row.Lon is null || row.Lat is null)
        {
            Tally.Refused(row.Line, "the row has no position");
            return;
        }

        var (status, body) = await SendAsync("/api/incidents", ReplayStory.Report(row), row.Started ?? row.At, Key(row, 0), cancellationToken);
        if (status != HttpStatusCode.Created)
        {
            Refuse(row, body);
            return;
        }

        story.Id = body.GetProperty("id").GetString();
        story.Played(row);
        Tally.Reported(row, outside: body.GetProperty("district").ValueKind == JsonValueKind.Null);
        if (row.Lon.Equals(row.Lat)) Tally.Flagged(row.Line, $"longitude and latitude are the same number ({row.Lon:0.######}): \"{row.Title}\" is probably somewhere else");
    }

    private void Refuse(ReplayRow row, JsonElement body)
    {
        var detail = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("detail", out var text) ? text.GetString() : null;
        Tally.Refused(row.Line, detail ?? "the server refused it without a reason");
    }

    private string Key(ReplayRow row, int step) => string.Create(CultureInfo.InvariantCulture, $"{keyPrefix}:{row.Line}:{step}");

    // A server that restarts is waited for; the key makes a repeated call harmless. What was sent when the replay is stopped is done all the
    // same: its answer is waited for a little, so that what is told at the end is true.
    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        string path, ReplayCall call, DateTimeOffset occurredAt, string key, CancellationToken cancellationToken)
    {
        var body = call.Body(occurredAt);
        var began = timeProvider.GetTimestamp();
        using var answers = new CancellationTokenSource();
        await using var stopped = cancellationToken.UnsafeRegister(static answers => ((CancellationTokenSource)answers!).CancelAfter(LastAnswers), answers);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new("application/json");
                request.Headers.Add("Idempotency-Key", key);
                using var response = await client.SendAsync(request, answers.Token);
                var answer = await response.Content.ReadAsByteArrayAsync(answers.Token);
                var retry = response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;
                if (!retry || timeProvider.GetElapsedTime(began) > Patience) return (response.StatusCode, Parse(answer));
            }
            catch (HttpRequestException) when (timeProvider.GetElapsedTime(began) < Patience)
            {
                // Tried again below.
            }

            await Task.Delay(TimeSpan.FromSeconds(1), timeProvider, cancellationToken);
        }
    }

    private static JsonElement Parse(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer.Length == 0 ? "{}"u8.ToArray() : answer);
        return document.RootElement.Clone();
    }
}
