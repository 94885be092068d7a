using System.Text;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Texts one after another as UTF-8. A single 0xFF, which UTF-8 never holds, stands for null.</summary>
internal sealed class TextHeap(byte[] bytes, uint[] starts)
{
    public const byte Null = 0xFF;

    public ReadOnlySpan<byte> Utf8(int row) => bytes.AsSpan((int)starts[row], (int)(starts[row + 1] - starts[row]));

    public bool IsNull(int row) => Utf8(row) is [Null];

    public string? Text(int row) => IsNull(row) ? null : Encoding.UTF8.GetString(Utf8(row));
}

/// <summary>Gathers texts for a <see cref="TextHeap"/>.</summary>
internal sealed class TextHeapBuilder
{
    private readonly List<uint> _starts = [0];
    private byte[] _bytes = new byte[256];
    private int _length;

    public int Count => _starts.Count - 1;

    public void Add(string? text)
    {
        var room = text is null ? 1 : Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_bytes.Length - _length < room) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + room));
        if (text is null) _bytes[_length++] = TextHeap.Null;
        else _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
        _starts.Add((uint)_length);
    }

    public void Add(ReadOnlySpan<byte> utf8)
    {
        if (_bytes.Length - _length < utf8.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + utf8.Length));
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
        _starts.Add((uint)_length);
    }

    public string? Text(int index) => new TextHeap(_bytes, [_starts[index], _starts[index + 1]]).Text(0);

    /// <summary>The heap with its texts in another order.</summary>
    public TextHeap Build(ReadOnlySpan<int> order)
    {
        var (bytes, starts) = (new byte[_length], new uint[order.Length + 1]);
        uint at = 0;
        for (var row = 0; row < order.Length; row++)
        {
            var (start, end) = (_starts[order[row]], _starts[order[row] + 1]);
            _bytes.AsSpan((int)start, (int)(end - start)).CopyTo(bytes.AsSpan((int)at));
            at += end - start;
            starts[row + 1] = at;
        }

        return new(bytes, starts);
    }
}
