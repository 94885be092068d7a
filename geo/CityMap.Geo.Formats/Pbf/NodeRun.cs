using System.Runtime.InteropServices;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Places of nodes sorted by id in a scratch file, which goes with it.</summary>
internal sealed class NodeRun : IDisposable
{
    private const int PerPage = 256;
    private const int Pages = 2048;

    private readonly FileStream _file;
    private readonly List<long> _firsts = [];
    private readonly NodePlace[]?[] _cache = new NodePlace[]?[Pages];
    private readonly int[] _cached = new int[Pages];
    private long _count;

    private NodeRun(string folder) => _file = new FileStream(
        Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20, FileOptions.DeleteOnClose);

    /// <summary>Writes sorted places.</summary>
    public static NodeRun Write(string folder, ReadOnlySpan<byte> places)
    {
        var run = new NodeRun(folder);
        foreach (ref readonly var place in MemoryMarshal.Cast<byte, NodePlace>(places)) run.Append(place);
        run._file.Flush();
        return run;
    }

    /// <summary>Makes one of several.</summary>
    public static NodeRun Merge(IReadOnlyList<NodeRun> runs, string folder, CancellationToken cancellationToken)
    {
        if (runs is [var only]) return only;
        var merged = new NodeRun(folder);
        var heads = new PriorityQueue<IEnumerator<NodePlace>, long>();
        foreach (var run in runs)
        {
            var places = run.All().GetEnumerator();
            if (places.MoveNext()) heads.Enqueue(places, places.Current.Id);
        }

        while (heads.TryDequeue(out var places, out _))
        {
            merged.Append(places.Current);
            if (merged._count % 1_000_000 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (places.MoveNext()) heads.Enqueue(places, places.Current.Id);
            else places.Dispose();
        }

        merged._file.Flush();
        return merged;
    }

    /// <summary>The place of a node; false when it is not here.</summary>
    public bool TryFind(long id, out NodePlace place)
    {
        place = default;
        var page = CollectionsMarshal.AsSpan(_firsts).BinarySearch(id);
        if (page < 0) page = ~page - 1;
        if (page < 0) return false;
        var places = PageOf(page);
        var at = places.AsSpan().BinarySearch(new NodePlace(id, 0, 0));
        if (at < 0) return false;
        place = places[at];
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Append(NodePlace place)
    {
        if (_count++ % PerPage == 0) _firsts.Add(place.Id);
        _file.Write(MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref place, 1)));
    }

    private IEnumerable<NodePlace> All()
    {
        var buffer = new NodePlace[4096];
        for (long at = 0; at < _count; at += buffer.Length)
        {
            var length = (int)Math.Min(buffer.Length, _count - at);
            Fill(at, buffer.AsSpan(0, length));
            for (var i = 0; i < length; i++) yield return buffer[i];
        }
    }

    private NodePlace[] PageOf(int page)
    {
        var slot = page % Pages;
        if (_cache[slot] is { } held && _cached[slot] == page) return held;
        var places = new NodePlace[Math.Min(PerPage, _count - ((long)page * PerPage))];
        Fill((long)page * PerPage, places);
        (_cache[slot], _cached[slot]) = (places, page);
        return places;
    }

    private void Fill(long first, Span<NodePlace> places)
    {
        var bytes = MemoryMarshal.AsBytes(places);
        for (var filled = 0; filled < bytes.Length;)
        {
            var read = RandomAccess.Read(_file.SafeFileHandle, bytes[filled..], (first * NodePlace.Size) + filled);
            if (read == 0) throw new EndOfStreamException("A scratch file was cut.");
            filled += read;
        }
    }
}
