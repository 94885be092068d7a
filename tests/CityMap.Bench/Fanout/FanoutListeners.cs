using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CityMap.Bench.Fanout;

/// <summary>
/// A thousand listeners on one thread. Everybody's events are counted; the latency is read from one in ten, because reading all of it
/// would cost more than serving it.
/// </summary>
internal sealed class FanoutListeners : IDisposable
{
    private const int Sampled = 10;
    private readonly List<Listener> _listeners = [];
    private readonly Epoll _epoll = new();
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly int[] _ready = new int[512];

    private sealed class Listener(Socket socket, bool everything)
    {
        public Socket Socket => socket;

        public bool Everything => everything;

        public byte[] Rest { get; set; } = [];

        public long Events { get; set; }
    }

    /// <summary>Milliseconds from the commit to here, of the sampled events.</summary>
    public List<double> Latencies { get; } = [];

    /// <summary>How many events each of the sampled heard who hear everything.</summary>
    public IEnumerable<long> HeardByAll => _listeners.Where((l, i) => l.Everything && i % Sampled == 0).Select(l => l.Events);

    /// <summary>Connects; every second listener has a box.</summary>
    public void Connect(Uri server, int count)
    {
        var random = new Random(7);
        for (var i = 0; i < count; i++)
        {
            var everything = (i / Sampled) % 2 == 0;
            var query = everything ? "" : "?bbox=" + FanoutCity.Box(random);
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(IPAddress.Loopback, server.Port);
            socket.Send(Encoding.ASCII.GetBytes($"GET /api/live{query} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            socket.Blocking = false;
            _epoll.Watch((int)socket.Handle, i);
            _listeners.Add(new(socket, everything));
        }
    }

    /// <summary>Reads what comes until told to stop. Blocks its thread.</summary>
    public void Read(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var count = _epoll.Wait(_ready, 50);
            for (var i = 0; i < count; i++) Receive(_ready[i]);
        }
    }

    /// <summary>Only events committed after this timestamp count.</summary>
    public long Since { get; set; } = long.MaxValue;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var listener in _listeners) listener.Socket.Dispose();
        _epoll.Dispose();
    }

    private void Receive(int number)
    {
        var listener = _listeners[number];
        var read = listener.Socket.Receive(_buffer, 0, _buffer.Length, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock) return;
        if (read == 0 || error != SocketError.Success) throw new InvalidOperationException($"Listener {number} was cut: {error}.");
        if (number % Sampled == 0) Sample(listener, _buffer.AsSpan(0, read));
    }

    private void Sample(Listener listener, ReadOnlySpan<byte> bytes)
    {
        var now = Stopwatch.GetTimestamp();
        if (listener.Rest.Length > 0) bytes = (byte[])[.. listener.Rest, .. bytes];
        while (bytes.IndexOf("#t="u8) is >= 0 and var at)
        {
            var mark = bytes[(at + FanoutCity.Mark.Length)..];
            var end = mark.IndexOf((byte)';');
            if (end < 0)
            {
                listener.Rest = bytes[at..].ToArray();
                return;
            }

            var sent = long.Parse(Encoding.ASCII.GetString(mark[..end]), System.Globalization.CultureInfo.InvariantCulture);
            bytes = mark[end..];
            if (sent < Since) continue;
            Latencies.Add((now - sent) * 1000.0 / Stopwatch.Frequency);
            listener.Events++;
        }

        // The mark itself may be cut in two.
        listener.Rest = bytes[^Math.Min(bytes.Length, FanoutCity.Mark.Length - 1)..].ToArray();
    }
}
