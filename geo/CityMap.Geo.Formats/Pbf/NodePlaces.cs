using System.Runtime.InteropServices;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>
/// The places of all nodes of a file, by id, in whichever order they come. Up to a limit they stay in memory; beyond it they lie sorted in a scratch
/// file of 16 bytes a node, of which a few pages are held, so that a file of any size needs the same memory.
/// </summary>
/// <param name="folder">Where scratch files may lie.</param>
/// <param name="most">How many places are kept in memory.</param>
internal sealed class NodePlaces(string folder, int most = 2_000_000) : IDisposable
{
    private readonly List<NodeRun> _runs = [];
    private NodePlace[] _memory = new NodePlace[Math.Min(most, 65_536)];
    private int _count;
    private bool _sorted = true;
    private NodeRun? _file;

    /// <summary>True when some lie in a file.</summary>
    public bool IsSpilled => _file is not null;

    /// <summary>Takes one.</summary>
    public void Add(NodePlace place)
    {
        if (_count == most) Spill();
        if (_count == _memory.Length) Array.Resize(ref _memory, (int)Math.Min(most, _memory.Length * 2L));
        _sorted = _sorted && (_count == 0 || _memory[_count - 1].Id < place.Id);
        _memory[_count++] = place;
    }

    /// <summary>Ends the taking; from now on places are found.</summary>
    public void Seal(CancellationToken cancellationToken)
    {
        if (_runs.Count == 0)
        {
            Sort();
            return;
        }

        Spill();
        _memory = [];
        _file = NodeRun.Merge(_runs, folder, cancellationToken);
        if (_runs.Count > 1) _runs.ForEach(r => r.Dispose());
        _runs.Clear();
    }

    /// <summary>The place of a node; false when the file has no such node.</summary>
    public bool TryFind(long id, out NodePlace place)
    {
        if (_file is not null) return _file.TryFind(id, out place);
        var at = _memory.AsSpan(0, _count).BinarySearch(new NodePlace(id, 0, 0));
        place = at >= 0 ? _memory[at] : default;
        return at >= 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _runs.ForEach(r => r.Dispose());
        _file?.Dispose();
    }

    private void Spill()
    {
        if (_count == 0) return;
        Sort();
        _runs.Add(NodeRun.Write(folder, MemoryMarshal.AsBytes(_memory.AsSpan(0, _count))));
        (_count, _sorted) = (0, true);
    }

    private void Sort()
    {
        if (!_sorted) _memory.AsSpan(0, _count).Sort();
        _sorted = true;
    }
}
