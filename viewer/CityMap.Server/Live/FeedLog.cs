namespace CityMap.Server.Live;

/// <summary>
/// The one log all clients of a node read from: the latest commits in order, bounded by count and by bytes. It holds every event
/// after <see cref="Base"/> up to <see cref="Head"/>; who needs an older one reads the journal.
/// </summary>
internal sealed class FeedLog(int maxItems, long maxBytes)
{
    private readonly Lock _lock = new();
    private readonly Ring _ring = new(maxItems);
    private long _base;
    private long _head;
    private long _bytes;

    /// <summary>The sequence number after which the log is complete.</summary>
    public long Base
    {
        get
        {
            lock (_lock) return _base;
        }
    }

    /// <summary>The last sequence number the log knows of, with or without events.</summary>
    public long Head
    {
        get
        {
            lock (_lock) return _head;
        }
    }

    /// <summary>Starts empty after a sequence number.</summary>
    public void StartAfter(long sequence)
    {
        lock (_lock)
        {
            _ring.Clear();
            (_base, _head, _bytes) = (sequence, sequence, 0);
        }
    }

    /// <summary>Adds a commit; its number is higher than every one before.</summary>
    public void Append(FeedItem item)
    {
        lock (_lock)
        {
            while (_ring.Count > 0 && (_ring.Count == maxItems || _bytes + item.Weight > maxBytes))
            {
                var oldest = _ring.RemoveFirst();
                _bytes -= oldest.Weight;
                _base = oldest.Sequence;
            }

            _ring.Add(item);
            _bytes += item.Weight;
            _head = item.Sequence;
        }
    }

    /// <summary>Notes that everything up to a number is known, though the last of it concerns nobody.</summary>
    public void Advance(long sequence)
    {
        lock (_lock) _head = Math.Max(_head, sequence);
    }

    /// <summary>Copies what came after a number.</summary>
    /// <param name="sequence">The position read so far.</param>
    /// <param name="into">Cleared, then filled in order.</param>
    /// <returns>The position reached, or null when the log no longer reaches back that far.</returns>
    public long? Read(long sequence, List<FeedItem> into)
    {
        into.Clear();
        lock (_lock)
        {
            if (sequence < _base) return null;
            _ring.CopyAfter(sequence, into);
            return _head;
        }
    }

    private sealed class Ring(int capacity)
    {
        private FeedItem?[] _items = new FeedItem?[Math.Min(capacity, 64)];
        private int _first;

        public int Count { get; private set; }

        public void Clear()
        {
            Array.Clear(_items);
            (_first, Count) = (0, 0);
        }

        public void Add(FeedItem item)
        {
            if (Count == _items.Length) Grow();
            _items[(_first + Count) % _items.Length] = item;
            Count++;
        }

        public FeedItem RemoveFirst()
        {
            var item = _items[_first]!;
            _items[_first] = null;
            _first = (_first + 1) % _items.Length;
            Count--;
            return item;
        }

        public void CopyAfter(long sequence, List<FeedItem> into)
        {
            // Readers are nearly always close to the end: look from there.
            var from = Count;
            while (from > 0 && At(from - 1).Sequence > sequence) from--;
            for (; from < Count; from++) into.Add(At(from));
        }

        private FeedItem At(int index) => _items[(_first + index) % _items.Length]!;

        private void Grow()
        {
            var larger = new FeedItem?[Math.Min(capacity, _items.Length * 2)];
            for (var i = 0; i < Count; i++) larger[i] = At(i);
            (_items, _first) = (larger, 0);
        }
    }
}
