using System.Buffers;
using Microsoft.Extensions.Options;

namespace CityMap.Server.Live;

/// <summary>
/// Carries the shared log to the clients: once per tick, one write for each client that is due something. A filter is evaluated once
/// per tick for all clients that share it. A client that is still busy is passed over and catches up from its own cursor; one that the
/// log has left behind is cut and resumes by its last id.
/// </summary>
internal sealed class FeedPump(FeedLog log, IOptions<LiveOptions> options, TimeProvider time, ILogger<FeedPump> logger)
{
    private const int MostAtOnce = 256 * 1024;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<FeedClient>> _groups = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly List<FeedItem> _items = [];
    private readonly List<FeedItem> _late = [];
    private readonly ArrayBufferWriter<byte> _rendered = new();
    private readonly LiveOptions _options = options.Value;
    private string _epoch = "";
    private long _through;
    private int _clients;
    private bool _behind;

    /// <summary>How many clients are connected.</summary>
    public int Clients => Volatile.Read(ref _clients);

    /// <summary>Says which epoch the positions belong to.</summary>
    public void Start(string epoch, long head) => (_epoch, _through) = (epoch, head);

    /// <summary>The log has grown.</summary>
    public void Signal()
    {
        if (_news.CurrentCount > 0 || Clients == 0) return;
        try
        {
            _news.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else said so in the same moment.
        }
    }

    /// <summary>Takes a client in at its cursor; false when the log no longer reaches back to it.</summary>
    public bool TryJoin(FeedClient client)
    {
        lock (_lock)
        {
            if (log.Read(client.Cursor, _late) is not { } head) return false;
            SendOwn(client, head, CancellationToken.None);
            if (!_groups.TryGetValue(client.Filter.Key, out var group)) _groups.Add(client.Filter.Key, group = []);
            group.Add(client);
            Interlocked.Increment(ref _clients);
            return true;
        }
    }

    /// <summary>Lets a client go; afterwards nothing more is written to it.</summary>
    public void Leave(FeedClient client)
    {
        lock (_lock)
        {
            if (!_groups.TryGetValue(client.Filter.Key, out var group) || !group.Remove(client)) return;
            if (group.Count == 0) _groups.Remove(client.Filter.Key);
            Interlocked.Decrement(ref _clients);
        }
    }

    /// <summary>Runs until stopped, then ends every connection.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var idle = TimeSpan.FromTicks(Math.Min(_options.Heartbeat.Ticks / 4, TimeSpan.TicksPerSecond));
        var (flushed, took) = (time.GetTimestamp(), TimeSpan.Zero);
        try
        {
            while (true)
            {
                // The first change after a pause goes out at once; while changes keep coming they are gathered for a tick.
                if (await _news.WaitAsync(_behind ? _options.Tick : idle, cancellationToken))
                {
                    var rest = TickAfter(took) - time.GetElapsedTime(flushed);
                    if (rest > TimeSpan.Zero) await Task.Delay(rest, time, cancellationToken);
                }

                flushed = time.GetTimestamp();
                Flush(cancellationToken);
                took = time.GetElapsedTime(flushed);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            EndAll();
        }
    }

    /// <summary>A flush that takes long is followed by a longer gathering, so that many clients never cost more than a share of a core.</summary>
    private TimeSpan TickAfter(TimeSpan took) => 4 * took < _options.Tick ? _options.Tick : 4 * took < _options.LongestTick ? 4 * took : _options.LongestTick;

    private void Flush(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // Null means that the log turned over within one tick: then every client is served from its own cursor, or cut.
            var head = log.Read(_through, _items);
            foreach (var group in _groups.Values) Flush(group, head, cancellationToken);
            _through = head ?? log.Head;
            _behind = _groups.Values.Any(g => g.Any(c => c.Cursor < _through));
        }
    }

    private void Flush(List<FeedClient> group, long? head, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>? shared = null;
        foreach (var client in group)
        {
            if (client.Done.IsCompleted) continue;
            if (client.IsBusy)
            {
                if (client.Cursor < log.Base || client.Quiet > _options.StuckAfter) Cut(client);
            }
            else if (head is { } end && client.Cursor == _through)
            {
                Send(client, shared ??= Render(_items, client.Filter), end, cancellationToken);
            }
            else if (log.Read(client.Cursor, _late) is { } reached)
            {
                SendOwn(client, reached, cancellationToken);
            }
            else
            {
                Cut(client);
            }
        }
    }

    /// <summary>Sends from the client's own cursor, at most so much at once: the rest follows when this has been taken.</summary>
    private void SendOwn(FeedClient client, long head, CancellationToken cancellationToken)
    {
        _rendered.ResetWrittenCount();
        foreach (var item in _late)
        {
            item.WriteTo(_rendered, client.Filter);
            if (_rendered.WrittenCount <= MostAtOnce) continue;
            head = item.Sequence;
            break;
        }

        Send(client, _rendered.WrittenSpan.ToArray(), head, cancellationToken);
    }

    private void Send(FeedClient client, ReadOnlyMemory<byte> bytes, long head, CancellationToken cancellationToken)
    {
        // A client that read its snapshot a moment before this node heard of the commit is ahead of the log.
        client.Cursor = Math.Max(client.Cursor, head);
        if (!bytes.IsEmpty) client.Write(bytes, cancellationToken);
        else if (client.Quiet >= _options.Heartbeat) client.Write(FeedFrames.Heartbeat(_epoch, head), cancellationToken);
    }

    private ReadOnlyMemory<byte> Render(List<FeedItem> items, FeedFilter filter)
    {
        if (items.Count == 0) return default;
        _rendered.ResetWrittenCount();
        foreach (var item in items) item.WriteTo(_rendered, filter);
        return _rendered.WrittenSpan.ToArray();
    }

    private void Cut(FeedClient client)
    {
        logger.FeedClientCut(client.Cursor, log.Base);
        client.Cut();
    }

    private void EndAll()
    {
        lock (_lock)
        {
            foreach (var client in _groups.Values.SelectMany(g => g)) client.End();
        }
    }
}
