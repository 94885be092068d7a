using System.Runtime.InteropServices;

namespace CityMap.Bench.Fanout;

/// <summary>
/// Linux epoll(7), because a thousand listeners on two cores must cost as little as they can: one thread, one call for all that is ready.
/// </summary>
internal sealed class Epoll : IDisposable
{
    private const int Add = 1;
    private const uint In = 1;
    private readonly int _handle = epoll_create1(0);
    private readonly Event[] _events = new Event[512];

    /// <summary>Watches a descriptor under a number of our own.</summary>
    public void Watch(int descriptor, int number)
    {
        var watched = new Event { Events = In, Number = (ulong)number };
        if (epoll_ctl(_handle, Add, descriptor, ref watched) != 0) throw new InvalidOperationException("epoll_ctl failed.");
    }

    /// <summary>Fills in the numbers of those ready to read.</summary>
    public int Wait(Span<int> ready, int milliseconds)
    {
        var count = epoll_wait(_handle, _events, Math.Min(_events.Length, ready.Length), milliseconds);
        for (var i = 0; i < count; i++) ready[i] = (int)_events[i].Number;
        return Math.Max(0, count);
    }

    /// <inheritdoc/>
    public void Dispose() => _ = close(_handle);

    // Packed on x86-64 only (epoll_ctl(2)).
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Event
    {
        public uint Events;
        public ulong Number;
    }

    [DllImport("libc")]
    private static extern int epoll_create1(int flags);

    [DllImport("libc")]
    private static extern int epoll_ctl(int epoll, int operation, int descriptor, ref Event watched);

    [DllImport("libc")]
    private static extern int epoll_wait(int epoll, [In, Out] Event[] events, int most, int milliseconds);

    [DllImport("libc")]
    private static extern int close(int descriptor);
}
