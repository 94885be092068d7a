using CityMap.Geo.Filtering;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Values as they come, for segments too small to be worth packing and for numbers that spread too wide.</summary>
internal sealed class PlainColumn(object?[] values) : Column
{
    public override object? Value(int row) => values[row];

    public override long? Whole(int row) => values[row] is null or string or double ? null : WholeValue.From(values[row]);

    public override RowTest? Test(ValueTest test) => new PlainTest(values, test);

    public override SortKey Key(int row) => values[row] switch
    {
        null => SortKey.Null,
        string text => TextKey.Of(text),
        double number => RealColumn.KeyOf(number),
        var whole => new(false, WholeValue.From(whole)),
    };

    public override ValueCodes Codes() => new FoundCodes(this);

    public override void CopyTo(int row, ColumnBuilder builder) => builder.Add(values[row]);

    private sealed class PlainTest(object?[] values, ValueTest test) : RowTest
    {
        public override bool Passes(int row) => test.Passes(values[row]);
    }
}
