using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CityMap.Stores.Tests.PostGis;

/// <summary>A way to a server that can be cut on the near side: the server does not notice before it answers.</summary>
internal sealed class CuttableWire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<TcpClient> _near = new();
    private readonly ConcurrentQueue<TcpClient> _far = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly int _server;
    private int _refusals;

    public CuttableWire(int server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cuts every connection there is; new ones may be made.</summary>
    public void Cut()
    {
        while (_near.TryDequeue(out var near)) near.Dispose();
    }

    /// <summary>Hangs up on so many of those who connect next, before anything is said.</summary>
    public void RefuseNext(int count) => Volatile.Write(ref _refusals, count);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        Cut();
        while (_far.TryDequeue(out var far)) far.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync(_stop.Token);
                if (Volatile.Read(ref _refusals) > 0)
                {
                    Interlocked.Decrement(ref _refusals);
                    near.Dispose();
                    continue;
                }

                var far = new TcpClient();
                await far.ConnectAsync(IPAddress.Loopback, _server, _stop.Token);
                _near.Enqueue(near);
                _far.Enqueue(far);
                _ = CarryAsync(near.GetStream(), far.GetStream());
                _ = CarryAsync(far.GetStream(), near.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        try
        {
            await from.CopyToAsync(to, _stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut, or closed by one of the two.
        }
    }
}
