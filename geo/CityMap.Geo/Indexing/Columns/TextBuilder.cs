using System.Runtime.InteropServices;
using System.Text;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Gathers texts: as they come while they are few, then by number while few of them are distinct, else in a heap.</summary>
/// <param name="rows">About how many will come; 0 when nobody knows.</param>
internal sealed class TextBuilder(int rows) : ColumnBuilder
{
    private const int ManyDistinct = 65_536;
    private List<string?>? _plain = new(Math.Min(rows, PlainBelow));
    private Dictionary<string, int> _codes = [];
    private Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _codesBySpan;
    private List<string?> _texts = [];
    private List<int> _rows = [];
    private TextHeapBuilder? _heap;
    private DictionaryColumn? _source;
    private int[] _translated = [];

    public override void Add(object? value)
    {
        if (value is not (null or string)) throw new StoreException(StoreProblem.BadFeature, $"{value} is not a text.");
        var text = (string?)value;
        if (_heap is not null) _heap.Add(text);
        else if (_plain is { Count: < PlainBelow }) _plain.Add(text);
        else AddCode(Code(text));
    }

    public override void AddUtf8(ReadOnlySpan<byte> utf8)
    {
        if (_heap is not null)
        {
            _heap.Add(utf8);
            return;
        }

        if (utf8 is [TextHeap.Null] || utf8.Length > 512 || _plain is { Count: < PlainBelow })
        {
            Add(utf8 is [TextHeap.Null] ? null : Encoding.UTF8.GetString(utf8));
            return;
        }

        if (_plain is not null) Number();
        Span<char> chars = stackalloc char[512];
        AddCode(Code(chars[..Encoding.UTF8.GetChars(utf8, chars)]));
    }

    /// <summary>Adds a text of another segment by its number there, which is looked up once for all rows that have it.</summary>
    public override void AddNumbered(DictionaryColumn from, int code)
    {
        if (_heap is not null || _plain is { Count: < PlainBelow })
        {
            Add(from.Text(code));
            return;
        }

        if (_source != from)
        {
            (_source, _translated) = (from, new int[from.Texts]);
            Array.Fill(_translated, -1);
        }

        if (_translated[code] < 0) _translated[code] = Code(from.Text(code));
        AddCode(_translated[code]);
    }

    public override Column Build(int[] order)
    {
        if (_plain is { } plain && order.Length < PlainBelow) return new PlainColumn(Array.ConvertAll(order, i => (object?)plain[i]));
        if (_plain is not null) Number();
        // Texts that mostly differ cost more as numbers and objects than as plain bytes.
        if (_heap is null && _texts.Count > order.Length / 2) MoveToHeap();
        if (_heap is not null) return new HeapColumn(_heap.Build(order));
        var codes = new PackedCodes(order.Length, (ulong)_texts.Count);
        for (var row = 0; row < order.Length; row++) codes.Set(row, (ulong)_rows[order[row]]);
        return new DictionaryColumn(codes, [.. _texts]);
    }

    private void Number()
    {
        var plain = _plain!;
        _plain = null;
        (_texts, _codes) = ([null], new(StringComparer.Ordinal));
        _rows.EnsureCapacity(rows);
        _codesBySpan = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in plain) _rows.Add(Code(text));
    }

    private void AddCode(int code)
    {
        _rows.Add(code);
        if (_texts.Count > ManyDistinct) MoveToHeap();
    }

    private int Code(string? text)
    {
        if (_plain is not null) Number();
        if (text is null) return 0;
        ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(_codes, text, out var known);
        return known ? code : code = Keep(text);
    }

    private int Code(ReadOnlySpan<char> text)
    {
        ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(_codesBySpan, text, out var known);
        return known ? code : code = Keep(text.ToString());
    }

    private int Keep(string text)
    {
        _texts.Add(text);
        return _texts.Count - 1;
    }

    private void MoveToHeap()
    {
        _heap = new();
        foreach (var code in _rows) _heap.Add(_texts[code]);
        (_codes, _texts, _rows, _source, _translated) = ([], [], [], null, []);
        _codesBySpan = default;
    }
}
