using System.Diagnostics;

namespace CityMap.Bench.Paper;

/// <summary>Looks every five milliseconds how much memory the process holds, and keeps the most it saw.</summary>
internal sealed class PeakMemory : IDisposable
{
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(5);
    private readonly ManualResetEventSlim _done = new();
    private readonly Thread _watcher;
    private readonly long _before = Held();
    private long _most;

    /// <summary>Begins to look.</summary>
    public PeakMemory()
    {
        _watcher = new(Watch) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _watcher.Start();
    }

    /// <summary>Ends it: bytes held at the peak beyond those at the beginning.</summary>
    public long Stop()
    {
        _done.Set();
        _watcher.Join();
        return Math.Max(0, Math.Max(_most, Held()) - _before);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _done.Set();
        _watcher.Join();
        _done.Dispose();
    }

    private static long Held()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private void Watch()
    {
        do _most = Math.Max(_most, Held());
        while (!_done.Wait(_pace));
    }
}
