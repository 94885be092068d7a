using System.Net;
using System.Text;
using CityMap.Viewer.Desktop;

namespace CityMap.Viewer.Tests.Desktop;

/// <summary>A server that answers as it is told to, and remembers what it was asked.</summary>
internal sealed class FakeCity : HttpMessageHandler
{
    private readonly List<(string Begins, Func<string, (HttpStatusCode, string)> Answer)> _answers = [];

    /// <summary>Method, address and body of every request, and its idempotency key.</summary>
    public List<(string Request, string Body, string? Key)> Asked { get; } = [];

    /// <summary>True while nobody answers.</summary>
    public bool Away { get; set; }

    /// <summary>A client of it.</summary>
    public CityClient Client() => new(new HttpClient(this) { BaseAddress = new Uri("http://city") });

    /// <summary>What is answered to requests that begin so; the last one told wins.</summary>
    public FakeCity On(string begins, string json, HttpStatusCode status = HttpStatusCode.OK)
    {
        _answers.Insert(0, (begins, _ => (status, json)));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var line = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        Asked.Add((line, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken), request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null));
        if (Away) throw new HttpRequestException("nobody there");
        var (_, answer) = _answers.FirstOrDefault(a => line.StartsWith(a.Begins, StringComparison.Ordinal));
        var (status, json) = answer?.Invoke(line) ?? (HttpStatusCode.NotFound, """{"code":"not_found","detail":"There is nothing."}""");
        return new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}
