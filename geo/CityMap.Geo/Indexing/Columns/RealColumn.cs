using CityMap.Geo.Filtering;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Finite numbers; NaN stands for null.</summary>
internal sealed class RealColumn(double[] values) : Column
{
    public override object? Value(int row) => double.IsNaN(values[row]) ? null : values[row];

    public override RowTest? Test(ValueTest test) => new RealTest(values, test);

    public override SortKey Key(int row) => double.IsNaN(values[row]) ? SortKey.Null : KeyOf(values[row]);

    public override ValueCodes Codes() => new FoundCodes(this);

    public override void CopyTo(int row, ColumnBuilder builder) => builder.Add(Value(row));

    /// <summary>Doubles order like their bits, with the bits of negative ones turned round.</summary>
    public static SortKey KeyOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value);
        return new(false, bits >= 0 ? bits : long.MinValue - bits);
    }

    private sealed class RealTest(double[] values, ValueTest test) : RowTest
    {
        public override bool Passes(int row) =>
            test is NumberTest number
                ? !double.IsNaN(values[row]) && number.Passes(values[row])
                : test.Passes(double.IsNaN(values[row]) ? null : "");
    }
}
