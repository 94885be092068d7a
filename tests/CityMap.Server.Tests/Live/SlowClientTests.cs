using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CityMap.Server.Tests.Live;

/// <summary>A client that does not read costs a cursor, not memory.</summary>
public sealed class SlowClientTests
{
    private static readonly string _long = new('ă', 100_000);

    [Fact]
    public async Task A_client_too_slow_for_the_log_is_cut_and_others_never_notice()
    {
        await using var host = await LiveHost.StartAsync(options: o => o.LogItems = 8);
        await using var quick = await host.ListenAsync();
        await quick.NextAsync("hello");
        using var slow = await ConnectAsync(host);
        await Until.TrueAsync(() => host.Pump.Clients == 2);

        // Far more than the kernel's buffers hold, at a pace the quick client keeps up with.
        for (var i = 1; host.Pump.Clients == 2; i++)
        {
            host.Commit(LiveHost.Incident($"i{i}", title: _long));
            Assert.Equal($"i{i}", (await quick.NextAsync("feature")).FeatureId);
        }

        Assert.Equal(1, host.Pump.Clients);
    }

    [Fact]
    public async Task Whoever_was_cut_resumes_and_misses_nothing()
    {
        await using var host = await LiveHost.StartAsync(options: o => o.LogItems = 8);
        using var slow = await ConnectAsync(host);
        await Until.TrueAsync(() => host.Pump.Clients == 1);
        var last = 0L;
        while (host.Pump.Clients == 1) await host.ReachedAsync(last = host.Commit(LiveHost.Incident("i", title: _long)).Sequence);

        await using var again = await host.ListenAsync("", "e1-1");

        await again.NextAsync("hello");
        var latest = 1L;
        while (latest < last) latest = (await again.NextAsync("feature")).Sequence;
        Assert.Equal(last, latest);
    }

    [Fact]
    public async Task Stopping_the_server_ends_the_streams_at_once()
    {
        var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync();
        await client.NextAsync("hello");

        await host.DisposeAsync();

        Assert.Null(await client.NextAsync());
    }

    [Fact]
    public async Task A_client_that_goes_away_is_forgotten()
    {
        await using var host = await LiveHost.StartAsync();
        var client = await host.ListenAsync();
        await client.NextAsync("hello");
        await Until.TrueAsync(() => host.Pump.Clients == 1);

        await client.DisposeAsync();

        await Until.TrueAsync(() => host.Pump.Clients == 0);
    }

    private static async Task<Socket> ConnectAsync(LiveHost host)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, host.Address.Port, LiveHost.Cancel);
        await socket.SendAsync(Encoding.ASCII.GetBytes("GET /api/live HTTP/1.1\r\nHost: localhost\r\n\r\n"), LiveHost.Cancel);
        return socket;
    }
}
