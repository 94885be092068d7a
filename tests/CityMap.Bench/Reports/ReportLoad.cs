using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CityMap.Bench.Fanout;

namespace CityMap.Bench.Reports;

/// <summary>
/// Many callers on one thread: each reports, waits for its answer and reports again, every report another one. Raw sockets, because on two
/// cores what the callers cost is taken from the server.
/// </summary>
internal sealed class ReportLoad : IDisposable
{
    private static readonly string[] Types = ["TRAFFIC", "LIGHT", "TREE", "WATER", "WASTE", "NOISE", "ORDER", "OTHER"];

    private readonly List<Caller> _callers = [];
    private readonly Epoll _epoll = new();
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly Random _random = new(11);
    private long _number;

    /// <summary>Connects.</summary>
    public ReportLoad(Uri server, int clients)
    {
        for (var i = 0; i < clients; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, server.Port);
            socket.Blocking = false;
            _epoll.Watch((int)socket.Handle, i);
            _callers.Add(new Caller(socket));
        }
    }

    /// <summary>Reports for a while.</summary>
    /// <returns>How many were acknowledged per second.</returns>
    /// <exception cref="InvalidOperationException">An answer was not 201.</exception>
    public double Run(TimeSpan length, CancellationToken cancellationToken)
    {
        Span<int> ready = stackalloc int[512];
        var begun = Stopwatch.GetTimestamp();
        long acknowledged = 0;
        foreach (var caller in _callers) Send(caller);
        while (Stopwatch.GetElapsedTime(begun) < length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = _epoll.Wait(ready, 1000);
            for (var i = 0; i < count; i++)
            {
                var caller = _callers[ready[i]];
                if (!Receive(caller)) continue;
                acknowledged++;
                Send(caller);
            }
        }

        return acknowledged / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var caller in _callers) caller.Socket.Dispose();
        _epoll.Dispose();
    }

    private void Send(Caller caller)
    {
        var number = ++_number;
        var (lon, lat) = (106.55 + (_random.NextDouble() * 0.4), 21.65 + (_random.NextDouble() * 0.4));
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"type\":\"{Types[number % Types.Length]}\",\"title\":\"Đèn đường hỏng ở ngõ {number}\",\"description\":\"Ba bóng tắt từ tối qua, đường tối\","
                + $"\"severity\":{1 + (number % 5)},\"position\":{{\"lon\":{lon:0.######},\"lat\":{lat:0.######}}}}}");
        var length = Encoding.UTF8.GetBytes(body, _buffer.AsSpan(512));
        var head = Encoding.ASCII.GetBytes(
            $"POST /api/incidents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n", _buffer);
        _buffer.AsSpan(512, length).CopyTo(_buffer.AsSpan(head));
        caller.Socket.Send(_buffer.AsSpan(0, head + length));
    }

    // An answer is a few hundred bytes with its length: it comes in one piece, or its rest follows at once.
    private bool Receive(Caller caller)
    {
        var got = caller.Socket.Receive(_buffer.AsSpan(0));
        if (got == 0) throw new InvalidOperationException("The server closed a connection.");
        if (caller.Missing == 0)
        {
            var answer = _buffer.AsSpan(0, got);
            if (!answer.StartsWith("HTTP/1.1 201"u8)) throw new InvalidOperationException("Not acknowledged: " + Encoding.UTF8.GetString(answer));
            var head = answer.IndexOf("\r\n\r\n"u8) + 4;
            var at = answer.IndexOf("Content-Length: "u8) + 16;
            caller.Missing = head + Length(answer[at..]);
        }

        caller.Missing -= got;
        return caller.Missing == 0;
    }

    private static int Length(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        for (var i = 0; digits[i] is >= (byte)'0' and <= (byte)'9'; i++) value = (value * 10) + digits[i] - '0';
        return value;
    }

    private sealed class Caller(Socket socket)
    {
        public Socket Socket => socket;

        public int Missing { get; set; }
    }
}
