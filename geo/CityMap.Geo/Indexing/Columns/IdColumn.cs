using System.Globalization;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>An id ready to be looked up in many segments: UUIDs in their usual writing are compared as 16 bytes.</summary>
internal readonly struct IdKey
{
    private readonly string? _text;

    public IdKey(string text)
    {
        _text = text;
        IsUuid = TryUuid(text, out var uuid);
        Uuid = uuid;
        Hash = IsUuid ? HashOf(uuid) : (uint)string.GetHashCode(text.AsSpan(), StringComparison.Ordinal);
    }

    public IdKey(UInt128 uuid) => (_text, IsUuid, Uuid, Hash) = (null, true, uuid, HashOf(uuid));

    /// <summary>The id as it is written.</summary>
    public string Text => _text ?? UuidColumn.Write(Uuid);

    public bool IsUuid { get; }

    public UInt128 Uuid { get; }

    public uint Hash { get; }

    public static uint HashOf(UInt128 uuid)
    {
        var mixed = ((ulong)(uuid >> 64) ^ ((ulong)uuid * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
        return (uint)(mixed >> 32);
    }

    private static bool TryUuid(string text, out UInt128 uuid)
    {
        uuid = default;
        if (text.Length != 36 || !Guid.TryParseExact(text, "D", out var guid)) return false;
        // Only the lower-case writing can be given back as it came.
        foreach (var c in text)
        {
            if (c is >= 'A' and <= 'F') return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        uuid = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return true;
    }
}

/// <summary>The ids of a segment and the way from an id to its row.</summary>
internal abstract class IdColumn(int count)
{
    private readonly int[] _slots = new int[Math.Max(2, count + (count / 2))];

    /// <summary>A column of ids.</summary>
    public static IdColumn Of(ReadOnlySpan<IdKey> keys)
    {
        var (uuids, hashes) = (new UInt128[keys.Length], new uint[keys.Length]);
        var all = true;
        for (var i = 0; i < keys.Length; i++)
        {
            (uuids[i], hashes[i]) = (keys[i].Uuid, keys[i].Hash);
            all &= keys[i].IsUuid;
        }

        if (all) return new UuidColumn(uuids);
        var heap = new TextHeapBuilder();
        foreach (var key in keys) heap.Add(key.Text);
        return new TextIdColumn(heap.Build([.. Enumerable.Range(0, keys.Length)]), hashes);
    }

    public abstract string Id(int row);

    /// <summary>The id of a row, ready to be looked up or added.</summary>
    public virtual IdKey KeyOf(int row) => new(Id(row));

    public abstract SortKey Key(int row);

    protected abstract bool Is(int row, in IdKey id);

    /// <summary>The row of an id, or −1.</summary>
    public int Find(in IdKey id)
    {
        var slot = SlotOf(id.Hash);
        while (_slots[slot] is var row && row != 0)
        {
            if (Is(row - 1, id)) return row - 1;
            slot = slot + 1 == _slots.Length ? 0 : slot + 1;
        }

        return -1;
    }

    protected void Register(int row, uint hash)
    {
        var slot = SlotOf(hash);
        while (_slots[slot] != 0) slot = slot + 1 == _slots.Length ? 0 : slot + 1;
        _slots[slot] = row + 1;
    }

    private int SlotOf(uint hash) => (int)(((ulong)hash * (ulong)_slots.Length) >> 32);
}

/// <summary>Ids that are all UUIDs, 16 bytes each.</summary>
internal sealed class UuidColumn : IdColumn
{
    private readonly UInt128[] _uuids;

    public UuidColumn(UInt128[] uuids)
        : base(uuids.Length)
    {
        _uuids = uuids;
        for (var row = 0; row < uuids.Length; row++) Register(row, IdKey.HashOf(uuids[row]));
    }

    public UInt128 Uuid(int row) => _uuids[row];

    /// <summary>A UUID in its usual writing.</summary>
    public static string Write(UInt128 uuid)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, uuid);
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }

    public override string Id(int row) => Write(_uuids[row]);

    public override IdKey KeyOf(int row) => new(_uuids[row]);

    public override SortKey Key(int row)
    {
        // The fifteen characters a text key holds, without making the text: 8 digits, a dash, 4 digits, a dash, 1 digit.
        Span<byte> text = stackalloc byte[15];
        var digits = _uuids[row];
        for (var (i, nibble) = (0, 124); i < text.Length; i++)
        {
            if (i is 8 or 13)
            {
                text[i] = (byte)'-';
                continue;
            }

            var value = (int)(digits >> nibble) & 15;
            text[i] = (byte)(value < 10 ? '0' + value : 'a' + value - 10);
            nibble -= 4;
        }

        return TextKey.Of(text);
    }

    protected override bool Is(int row, in IdKey id) => id.IsUuid && _uuids[row] == id.Uuid;
}

/// <summary>Ids of any kind.</summary>
internal sealed class TextIdColumn : IdColumn
{
    private readonly TextHeap _heap;

    public TextIdColumn(TextHeap heap, ReadOnlySpan<uint> hashes)
        : base(hashes.Length)
    {
        _heap = heap;
        for (var row = 0; row < hashes.Length; row++) Register(row, hashes[row]);
    }

    public override string Id(int row) => _heap.Text(row)!;

    public override SortKey Key(int row) => TextKey.Of(_heap.Utf8(row));

    protected override bool Is(int row, in IdKey id) =>
        System.Text.Ascii.Equals(_heap.Utf8(row), id.Text) || (!System.Text.Ascii.IsValid(id.Text) && _heap.Text(row) == id.Text);
}
