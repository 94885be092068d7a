using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CityMap.Server.Tests.Api;

/// <summary>Whoever sends a whole file before listening hears why it was refused, too.</summary>
public sealed class UnreadBodyTests(City city) : IClassFixture<City>
{
    private const int Large = 12_000_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/incidents", false, "413", "body_too_large")]
    [InlineData("/api/incidents", true, "413", "body_too_large")]
    [InlineData("/api/imports?layer=a&nonsense=1", false, "400", "unknown_parameter")]
    [InlineData("/api/imports?layer=a&nonsense=1", true, "400", "unknown_parameter")]
    [InlineData("/api/nothing", false, "405", "method_not_allowed")]
    public async Task A_refusal_reaches_a_caller_who_sends_everything_first(string path, bool chunked, string status, string code)
    {
        var address = new Uri(city.Address);
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, Stop);
        await using var wire = socket.GetStream();
        var length = chunked ? "Transfer-Encoding: chunked" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Large}");
        await wire.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nConnection: close\r\n{length}\r\n\r\n"), Stop);
        var piece = new byte[60_000];
        Array.Fill(piece, (byte)'x');
        for (var sent = 0; sent < Large; sent += piece.Length)
        {
            if (chunked) await wire.WriteAsync(Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"), Stop);
            await wire.WriteAsync(piece, Stop);
            if (chunked) await wire.WriteAsync("\r\n"u8.ToArray(), Stop);
        }

        if (chunked) await wire.WriteAsync("0\r\n\r\n"u8.ToArray(), Stop);
        var answer = await new StreamReader(wire).ReadToEndAsync(Stop);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
    }
}
