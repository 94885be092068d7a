using System.Runtime.InteropServices;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>
/// The shapes of those ways that relations are made of. A position is one number, longitude and latitude in ten-millionths of a degree; what is more
/// than fits in memory lies in a scratch file.
/// </summary>
internal sealed class MemberWays : IDisposable
{
    private const int MostInMemory = 4_000_000;

    private readonly string _folder;
    private readonly long[] _ids;
    private readonly long[] _starts;
    private readonly int[] _counts;
    private readonly List<ulong> _positions = [];
    private FileStream? _file;
    private long _written;

    /// <summary>Waits for ways.</summary>
    /// <param name="ids">Which; in any order, perhaps more than once.</param>
    /// <param name="folder">Where a scratch file may lie.</param>
    public MemberWays(List<long> ids, string folder)
    {
        ids.Sort();
        _ids = [.. ids.Distinct()];
        (_starts, _counts, _folder) = (new long[_ids.Length], new int[_ids.Length], folder);
    }

    /// <summary>Packs a position.</summary>
    public static ulong Pack(int lon, int lat) => ((ulong)(uint)lon << 32) | (uint)lat;

    /// <summary>Unpacks it, to degrees.</summary>
    public static (double Lon, double Lat) Degrees(ulong position) => ((int)(position >> 32) / 1e7, (int)(uint)position / 1e7);

    /// <summary>True when a way is waited for.</summary>
    public bool Wants(long id) => Array.BinarySearch(_ids, id) >= 0;

    /// <summary>Keeps a way's positions.</summary>
    public void Put(long id, ReadOnlySpan<ulong> positions)
    {
        var rank = Array.BinarySearch(_ids, id);
        if (rank < 0) return;
        if (_positions.Count + positions.Length > MostInMemory) Spill();
        (_starts[rank], _counts[rank]) = (_written + _positions.Count, positions.Length);
        _positions.AddRange(positions);
    }

    /// <summary>The positions of a way; null when the file does not hold it.</summary>
    public ulong[]? Find(long id)
    {
        var rank = Array.BinarySearch(_ids, id);
        if (rank < 0 || _counts[rank] == 0) return null;
        var positions = new ulong[_counts[rank]];
        if (_starts[rank] >= _written) CollectionsMarshal.AsSpan(_positions).Slice((int)(_starts[rank] - _written), positions.Length).CopyTo(positions);
        else Read(_starts[rank], MemoryMarshal.AsBytes(positions.AsSpan()));
        return positions;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Spill()
    {
        _file ??= new FileStream(
            Path.Combine(_folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20, FileOptions.DeleteOnClose);
        _file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_positions)));
        _file.Flush();
        _written += _positions.Count;
        _positions.Clear();
    }

    private void Read(long first, Span<byte> bytes)
    {
        for (var filled = 0; filled < bytes.Length;)
        {
            var read = RandomAccess.Read(_file!.SafeFileHandle, bytes[filled..], (first * sizeof(ulong)) + filled);
            if (read == 0) throw new EndOfStreamException("A scratch file was cut.");
            filled += read;
        }
    }
}
