using System.Text;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Gathers texts: by number while few are distinct, else in a heap.</summary>
internal sealed class TextBuilder : ColumnBuilder
{
    private const int ManyDistinct = 65_536;
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string?> _texts = [null];
    private readonly List<int> _rows = [];
    private TextHeapBuilder? _heap;

    public override void Add(object? value)
    {
        if (value is not (null or string)) throw new StoreException(StoreProblem.BadFeature, $"{value} is not a text.");
        var text = (string?)value;
        if (_heap is not null)
        {
            _heap.Add(text);
            return;
        }

        _rows.Add(Code(text));
        if (_texts.Count > ManyDistinct) MoveToHeap();
    }

    public override void AddUtf8(ReadOnlySpan<byte> utf8)
    {
        if (_heap is not null) _heap.Add(utf8);
        else Add(utf8 is [TextHeap.Null] ? null : Encoding.UTF8.GetString(utf8));
    }

    public override Column Build(int[] order)
    {
        if (order.Length < PlainBelow) return new PlainColumn(Array.ConvertAll(order, i => (object?)Text(i)));
        // Texts that mostly differ cost more as numbers and objects than as plain bytes.
        if (_heap is null && _texts.Count > order.Length / 2) MoveToHeap();
        if (_heap is not null) return new HeapColumn(_heap.Build(order));
        var codes = new PackedCodes(order.Length, (ulong)_texts.Count);
        for (var row = 0; row < order.Length; row++) codes.Set(row, (ulong)_rows[order[row]]);
        return new DictionaryColumn(codes, [.. _texts]);
    }

    private string? Text(int index) => _heap is null ? _texts[_rows[index]] : _heap.Text(index);

    private int Code(string? text)
    {
        if (text is null) return 0;
        ref var code = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_codes, text, out var known);
        if (!known)
        {
            code = _texts.Count;
            _texts.Add(text);
        }

        return code;
    }

    private void MoveToHeap()
    {
        _heap = new();
        foreach (var code in _rows) _heap.Add(_texts[code]);
        _codes.Clear();
        _codes.TrimExcess();
        _texts.Clear();
        _rows.Clear();
        _rows.TrimExcess();
    }
}
