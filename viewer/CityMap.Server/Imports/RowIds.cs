using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Storage;
using CityMap.Server.Hosting;

namespace CityMap.Server.Imports;

/// <summary>
/// Gives every row an id: its own, or its number among the rows of the file (many rows may share a line). An id that stands twice in a layer makes its
/// second row a bad one. Ids are compared by 128 bits of hash, seeded anew each time; what is more than fits in memory lies in a scratch file as sorted runs.
/// </summary>
internal sealed class RowIds(int mostInMemory = 1 << 18) : IDisposable
{
    private readonly long _seed = Random.Shared.NextInt64();
    private readonly List<Entry> _entries = [];
    private readonly List<(long Start, int Count)> _runs = [];
    private FileStream? _file;

    /// <summary>The row's id, composed (NFC).</summary>
    /// <param name="row">The row.</param>
    /// <param name="number">Its number in the file, counted from 0.</param>
    public static string Of(SourceRow row, long number)
    {
        var id = row.Id?.Trim() ?? (number + 1).ToString(CultureInfo.InvariantCulture);
        return CanonicalText.Composed(id);
    }

    /// <summary>An id as the whole number it is (1 to 18 digits, none of them a leading zero); 0 when it is none.</summary>
    public static long NumberIn(string id) =>
        id is [>= '1' and <= '9', ..] && id.Length <= 18 && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Notes an id.</summary>
    /// <param name="layer">The number of its layer.</param>
    /// <param name="id">The id.</param>
    /// <param name="line">The line of its row.</param>
    /// <param name="place">Where the row is kept; rows come in the order of their places.</param>
    public void Add(int layer, string id, long line, long place)
    {
        _entries.Add(new(XxHash128.HashToUInt128(MemoryMarshal.AsBytes(id.AsSpan()), _seed), place, line, layer));
        if (_entries.Count == mostInMemory) Spill();
    }

    /// <summary>Every row whose id an earlier row of its layer has.</summary>
    /// <returns>Where the row is kept, its line, and the line of the first row with its id; in no order.</returns>
    public IEnumerable<(long Place, long Line, long First)> Repeated()
    {
        _entries.Sort();
        Entry? first = null;
        foreach (var entry in _runs.Count == 0 ? _entries : Merged())
        {
            if (first is { } before && before.Hash == entry.Hash && before.Layer == entry.Layer) yield return (entry.Place, entry.Line, before.Line);
            else first = entry;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Spill()
    {
        _entries.Sort();
        _file ??= OwnersFile.CreateNameless();
        _runs.Add((_file.Position, _entries.Count));
        _file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_entries)));
        _entries.Clear();
    }

    private IEnumerable<Entry> Merged()
    {
        _file!.Flush();
        var heads = new PriorityQueue<IEnumerator<Entry>, Entry>();
        foreach (var run in _runs.Select(Read).Append(_entries))
        {
            var next = run.GetEnumerator();
            if (next.MoveNext()) heads.Enqueue(next, next.Current);
        }

        while (heads.TryPeek(out var least, out var entry))
        {
            yield return entry;
            if (least.MoveNext()) heads.DequeueEnqueue(least, least.Current);
            else heads.Dequeue();
        }
    }

    private IEnumerable<Entry> Read((long Start, int Count) run)
    {
        const int Together = 512;
        var some = new Entry[Together];
        for (var done = 0; done < run.Count;)
        {
            var count = Math.Min(Together, run.Count - done);
            Fill(MemoryMarshal.AsBytes(some.AsSpan(0, count)), run.Start + ((long)done * Marshal.SizeOf<Entry>()));
            for (var i = 0; i < count; i++) yield return some[i];
            done += count;
        }
    }

    private void Fill(Span<byte> bytes, long from)
    {
        for (var filled = 0; filled < bytes.Length;)
        {
            var read = RandomAccess.Read(_file!.SafeFileHandle, bytes[filled..], from + filled);
            if (read == 0) throw new EndOfStreamException("A scratch file was cut.");
            filled += read;
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Entry(UInt128 Hash, long Place, long Line, long Layer) : IComparable<Entry>
    {
        public int CompareTo(Entry other) =>
            Hash != other.Hash ? Hash.CompareTo(other.Hash) : Layer != other.Layer ? Layer.CompareTo(other.Layer) : Place.CompareTo(other.Place);
    }
}
