using System.Text;
using CityMap.Geo.Filtering;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Texts of which most differ.</summary>
internal sealed class HeapColumn(TextHeap heap) : Column
{
    /// <summary>The text of a row as UTF-8; a single <see cref="TextHeap.Null"/> stands for none.</summary>
    public ReadOnlySpan<byte> Utf8(int row) => heap.Utf8(row);

    public override object? Value(int row) => heap.Text(row);

    public override SortKey Key(int row) => heap.IsNull(row) ? SortKey.Null : TextKey.Of(heap.Utf8(row));

    public override ValueCodes Codes() => new FoundCodes(this);

    public override void CopyTo(int row, ColumnBuilder builder) => builder.AddUtf8(heap.Utf8(row));

    public override RowTest? Test(ValueTest test) => new HeapTest(heap, test);

    private sealed class HeapTest(TextHeap heap, ValueTest test) : RowTest
    {
        public override bool Passes(int row)
        {
            if (heap.IsNull(row)) return test.Passes(null);
            if (test is not TextTest text) return test.Passes("");
            var utf8 = heap.Utf8(row);
            Span<char> chars = utf8.Length <= 512 ? stackalloc char[512] : new char[utf8.Length];
            return text.Passes(chars[..Encoding.UTF8.GetChars(utf8, chars)]);
        }
    }
}
