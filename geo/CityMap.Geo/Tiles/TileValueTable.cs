using System.Buffers;

namespace CityMap.Geo.Tiles;

/// <summary>Where the shared values of a tile stand, found by hash. Its memory is borrowed: dispose it.</summary>
internal sealed class TileValueTable : IDisposable
{
    private Entry[] _entries = ArrayPool<Entry>.Shared.Rent(512);
    private int[] _slots = Borrow(1024);
    private int _size = 1024;
    private int _count;
    private int _slot;

    public ref readonly Entry this[int index] => ref _entries[index];

    /// <summary>The first entry of that hash, or −1; the search then stands where a new one belongs.</summary>
    public int First(uint hash)
    {
        _slot = (int)(hash & (uint)(_size - 1));
        return Seek(hash);
    }

    /// <summary>The next entry of that hash, or −1.</summary>
    public int Next(uint hash)
    {
        _slot = (_slot + 1) & (_size - 1);
        return Seek(hash);
    }

    /// <summary>Adds an entry where the last search ended.</summary>
    public void Add(in Entry entry)
    {
        if (_count == _entries.Length)
        {
            var larger = ArrayPool<Entry>.Shared.Rent(_count * 2);
            _entries.CopyTo(larger, 0);
            ArrayPool<Entry>.Shared.Return(_entries);
            _entries = larger;
        }

        _entries[_count++] = entry;
        _slots[_slot] = _count;
        if (_count * 2 > _size) Grow();
    }

    public void Dispose()
    {
        ArrayPool<Entry>.Shared.Return(_entries);
        ArrayPool<int>.Shared.Return(_slots);
        (_entries, _slots) = ([], []);
    }

    private int Seek(uint hash)
    {
        while (_slots[_slot] is var at && at != 0)
        {
            if (_entries[at - 1].Hash == hash) return at - 1;
            _slot = (_slot + 1) & (_size - 1);
        }

        return -1;
    }

    private void Grow()
    {
        ArrayPool<int>.Shared.Return(_slots);
        _size *= 4;
        _slots = Borrow(_size);
        for (var i = 0; i < _count; i++)
        {
            var slot = (int)(_entries[i].Hash & (uint)(_size - 1));
            while (_slots[slot] != 0) slot = (slot + 1) & (_size - 1);
            _slots[slot] = i + 1;
        }
    }

    private static int[] Borrow(int size)
    {
        var slots = ArrayPool<int>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        return slots;
    }

    /// <summary>A value: its hash, its field key, where its content stands, and its number in the tile.</summary>
    public readonly record struct Entry(uint Hash, byte Key, int Start, int Length, int Number);
}
