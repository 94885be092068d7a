using CityMap.Geo.Filtering;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Texts of which few are distinct: each row has the number of its text. Code 0 is null.</summary>
internal sealed class DictionaryColumn(PackedCodes codes, string?[] texts) : Column
{
    private SortKey[]? _keys;

    /// <summary>The number of a row's text; equal texts of one segment have equal numbers.</summary>
    public int Code(int row) => (int)codes[row];

    /// <summary>How many numbers there are.</summary>
    public int Texts => texts.Length;

    /// <summary>The text behind a number.</summary>
    public string? Text(int code) => texts[code];

    public override object? Value(int row) => texts[(int)codes[row]];

    public override SortKey Key(int row)
    {
        _keys ??= Array.ConvertAll(texts, t => t is null ? SortKey.Null : TextKey.Of(t));
        return _keys[(int)codes[row]];
    }

    public override ValueCodes Codes() => new Numbers(this);

    public override void CopyTo(int row, ColumnBuilder builder) => builder.AddNumbered(this, (int)codes[row]);

    public override RowTest? Test(ValueTest test)
    {
        if (test is TextTest { Comparison: Comparison.In } one && Array.FindAll(texts, t => one.Passes((object?)t)) is { Length: <= 1 } found)
        {
            return found.Length == 0 ? RowTest.Nothing : new OneTest(codes, (ulong)Array.IndexOf(texts, found[0]));
        }

        var passes = Array.ConvertAll(texts, test.Passes);
        if (!passes.Contains(true)) return RowTest.Nothing;
        return passes.Contains(false) ? new SetTest(codes, passes) : null;
    }

    private sealed class OneTest(PackedCodes codes, ulong code) : RowTest
    {
        public override bool Passes(int row) => codes[row] == code;

        public override int Keep(Span<int> rows)
        {
            var kept = 0;
            foreach (var row in rows)
            {
                rows[kept] = row;
                kept += codes[row] == code ? 1 : 0;
            }

            return kept;
        }
    }

    private sealed class SetTest(PackedCodes codes, bool[] passes) : RowTest
    {
        public override bool Passes(int row) => passes[(int)codes[row]];

        public override int Keep(Span<int> rows)
        {
            var kept = 0;
            foreach (var row in rows)
            {
                rows[kept] = row;
                kept += passes[(int)codes[row]] ? 1 : 0;
            }

            return kept;
        }
    }

    private sealed class Numbers(DictionaryColumn column) : ValueCodes
    {
        public override int Code(int row) => column.Code(row);

        public override object? Value(int code) => column.Text(code);
    }
}
