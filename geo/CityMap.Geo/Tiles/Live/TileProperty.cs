using CityMap.Geo.Filtering;
using CityMap.Geo.Indexing.Columns;
using CityMap.Geo.Indexing.Live;

namespace CityMap.Geo.Tiles.Live;

/// <summary>One property of the features of one segment: the number of its value in the tile, row by row.</summary>
internal abstract class TileProperty(string name)
{
    private int _key = -1;

    /// <summary>The number of a row's value; −1 when it has none.</summary>
    public abstract int Value(int row);

    /// <summary>The number of its key, given when it is first used.</summary>
    public uint Key(TileLayerWriter writer)
    {
        if (_key < 0) _key = (int)writer.Key(name);
        return (uint)_key;
    }

    public static TileProperty Of(string name, Column column, TileValues values) =>
        column.Codes() is var codes && codes is not FoundCodes
            ? new CodedProperty(name, codes, values)
            : column is HeapColumn heap ? new HeapProperty(name, heap, values) : new AnyProperty(name, column, values);

    /// <summary>The ids of a segment.</summary>
    public static TileProperty OfIds(IdColumn ids, TileValues values) =>
        ids is UuidColumn uuids ? new UuidProperty(uuids, values) : new IdProperty(ids, values);

    /// <summary>Whether a row is open and past its deadline; null when the layer knows no deadlines.</summary>
    public static OverdueProperty? OfOverdue(LiveSegment segment, int open, int due, DateTimeOffset now, TileValues values) =>
        open < 0 || due < 0 ? null : new(segment.Column(open), segment.Column(due), WholeTest.Microseconds(now), values);

    private sealed class CodedProperty(string name, ValueCodes codes, TileValues values) : TileProperty(name)
    {
        // Numbers found so far, one higher; 0 is unknown.
        private int[] _numbers = new int[64];

        public override int Value(int row)
        {
            var code = codes.Code(row);
            if (code < _numbers.Length && _numbers[code] is var number && number != 0) return number - 2;
            return Find(code);
        }

        private int Find(int code)
        {
            if (code >= _numbers.Length) Array.Resize(ref _numbers, Math.Max(code + 1, _numbers.Length * 4));
            var number = codes.Value(code) is { } value ? values.Any(value) : -1;
            _numbers[code] = number + 2;
            return number;
        }
    }

    private sealed class HeapProperty(string name, HeapColumn heap, TileValues values) : TileProperty(name)
    {
        public override int Value(int row) => heap.Utf8(row) is var utf8 && utf8 is [TextHeap.Null] ? -1 : values.Text(utf8);
    }

    private sealed class AnyProperty(string name, Column column, TileValues values) : TileProperty(name)
    {
        public override int Value(int row) => column.Value(row) is { } value ? values.Any(value) : -1;
    }

    private sealed class UuidProperty(UuidColumn uuids, TileValues values) : TileProperty("id")
    {
        public override int Value(int row) => values.UniqueUuid(uuids.Uuid(row));
    }

    private sealed class IdProperty(IdColumn ids, TileValues values) : TileProperty("id")
    {
        public override int Value(int row) => values.Text(ids.Id(row));
    }

    public sealed class OverdueProperty(Column open, Column due, long now, TileValues values) : TileProperty("overdue")
    {
        private int _yes = -1;
        private int _no = -1;

        public bool IsOverdue(int row) => open.Whole(row) == 1 && due.Whole(row) is { } at && at < now;

        public override int Value(int row)
        {
            if (IsOverdue(row)) return _yes < 0 ? _yes = values.Truth(true) : _yes;
            return _no < 0 ? _no = values.Truth(false) : _no;
        }
    }
}
