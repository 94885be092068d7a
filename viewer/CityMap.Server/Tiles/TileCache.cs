using System.Collections.Concurrent;

namespace CityMap.Server.Tiles;

/// <summary>
/// Finished tiles by what they were made from, bounded by bytes, the least recently used going first. A tile that several callers
/// want at once is built once.
/// </summary>
internal sealed class TileCache(long maxBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _order = [];
    private readonly ConcurrentDictionary<string, Task<Tile>> _building = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>How many bytes it holds.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock) return _bytes;
        }
    }

    /// <summary>The tile of a key, built when it is not there.</summary>
    /// <param name="key">Where the tile lies: a newer tile of the same key replaces the older.</param>
    /// <param name="state">What it is made from; a cached tile of another state is not given.</param>
    /// <param name="build">Makes it. It is not stopped when one caller goes away: others may be waiting.</param>
    /// <param name="cancellationToken">This caller went away.</param>
    public Task<Tile> GetAsync(string key, string state, Func<Task<Tile>> build, CancellationToken cancellationToken)
    {
        if (Find(key, state) is { } cached) return Task.FromResult(cached);
        var place = $"{key}\n{state}";
        var source = new TaskCompletionSource<Tile>(TaskCreationOptions.RunContinuationsAsynchronously);
        var building = _building.GetOrAdd(place, source.Task);
        if (building == source.Task) _ = BuildAsync(key, state, place, build, source);
        return building.WaitAsync(cancellationToken);
    }

    private async Task BuildAsync(string key, string state, string place, Func<Task<Tile>> build, TaskCompletionSource<Tile> source)
    {
        try
        {
            var tile = await build();
            Keep(key, state, tile);
            _building.TryRemove(place, out _);
            source.SetResult(tile);
        }
        catch (Exception failed)
        {
            _building.TryRemove(place, out _);
            source.SetException(failed);

            // Whoever asked may have gone: then nobody else looks at it.
            _ = source.Task.Exception;
        }
    }

    private Tile? Find(string key, string state)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node) || node.Value.State != state) return null;
            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Tile;
        }
    }

    private void Keep(string key, string state, Tile tile)
    {
        lock (_lock)
        {
            if (_entries.Remove(key, out var old)) Drop(old);
            _entries[key] = _order.AddFirst(new Entry(key, state, tile));
            _bytes += tile.Weight;
            while (_bytes > maxBytes && _order.Last is { } last)
            {
                _entries.Remove(last.Value.Key);
                Drop(last);
            }
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _order.Remove(node);
        _bytes -= node.Value.Tile.Weight;
    }

    private sealed record Entry(string Key, string State, Tile Tile);
}
