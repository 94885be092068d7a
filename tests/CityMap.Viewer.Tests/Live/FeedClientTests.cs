using System.Net;
using System.Text;
using CityMap.Viewer.Live;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CityMap.Viewer.Tests.Live;

/// <summary>The feed client: it hears, resumes behind what it heard, and waits longer between attempts.</summary>
public sealed class FeedClientTests
{
    [Fact]
    public async Task After_a_break_it_goes_on_behind_the_last_event()
    {
        var time = new FakeTimeProvider();
        var server = new Server(
            "id: e-4\nevent: hello\ndata: {\"epoch\":\"e\",\"seq\":4}\n\nid: e-5\nevent: feature\ndata: {\"layer\":\"incidents\",\"seq\":5,\"feature\":{\"id\":\"a\"}}\n\n: beat\n\nid: e-6\nevent: gone\ndata: {\"layer\":\"inc",
            "id: e-6\nevent: gone\ndata: {\"layer\":\"incidents\",\"id\":\"a\",\"seq\":6}\n\n");
        var heard = new List<FeedMessage>();
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient(server) { BaseAddress = new Uri("http://city") };
        var run = new FeedClient(http, time).RunAsync(message =>
        {
            heard.Add(message);
            if (message is FeedMessage.Gone) stop.Cancel();
        }, stop.Token);
        while (!run.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal([null, "e-5"], server.Resumed);
        Assert.Equal([typeof(FeedMessage.Connected), typeof(FeedMessage.Changed), typeof(FeedMessage.Lost), typeof(FeedMessage.Gone)], heard.Take(4).Select(m => m.GetType()));
    }

    private sealed class Server(params string[] answers) : HttpMessageHandler
    {
        public List<string?> Resumed { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Resumed.Add(request.Headers.TryGetValues("Last-Event-ID", out var ids) ? ids.Single() : null);
            var answer = answers[Math.Min(answers.Length, Resumed.Count) - 1];
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer)) });
        }
    }
}
