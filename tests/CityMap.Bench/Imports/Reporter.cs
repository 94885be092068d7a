using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace CityMap.Bench.Imports;

/// <summary>Reports incidents one after another and notes how long each took to be acknowledged.</summary>
internal sealed class Reporter(HttpClient client, TimeSpan pause)
{
    private int _number;

    /// <summary>How long each took.</summary>
    public ConcurrentBag<double> Milliseconds { get; } = [];

    /// <summary>Reports for a while or until cancelled; what was sent is waited for.</summary>
    public async Task ReportAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested && (length < TimeSpan.Zero || Stopwatch.GetElapsedTime(begun) < length))
        {
            var number = Interlocked.Increment(ref _number);
            var body = new
            {
                type = "LIGHT",
                title = $"Đèn đường hỏng ở ngõ {number}",
                severity = 1 + (number % 5),
                position = new { lon = 106.55 + (number % 400 / 1000.0), lat = 21.65 + (number % 397 / 1000.0) },
            };
            var sent = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsJsonAsync("/api/incidents", body, CancellationToken.None);
            if (answer.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException($"Not acknowledged: {answer.StatusCode}");
            Milliseconds.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
