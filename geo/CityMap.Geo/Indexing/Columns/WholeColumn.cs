using CityMap.Geo.Filtering;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>
/// Integers, booleans and instants. Kept as multiples of their common unit above the smallest, so that instants of whole seconds
/// within a season take three bytes each. Code 0 is null.
/// </summary>
internal sealed class WholeColumn : Column
{
    /// <summary>Stands for null among plain values; no field value is ever that small.</summary>
    public const long NoValue = long.MinValue;

    private readonly FieldType _type;
    private readonly PackedCodes _codes;
    private readonly long _smallest;
    private readonly long _unit;
    private readonly ulong _largestCode;

    private WholeColumn(FieldType type, PackedCodes codes, long smallest, long unit, ulong largestCode) =>
        (_type, _codes, _smallest, _unit, _largestCode) = (type, codes, smallest, unit, largestCode);

    /// <summary>A column of values in some order; null when they spread too wide to be packed.</summary>
    public static WholeColumn? TryPack(FieldType type, ReadOnlySpan<long> values, ReadOnlySpan<int> order)
    {
        var (smallest, largest) = (long.MaxValue, long.MinValue);
        foreach (var v in values)
        {
            if (v == NoValue) continue;
            (smallest, largest) = (Math.Min(smallest, v), Math.Max(largest, v));
        }

        if (smallest > largest) return new(type, new(values.Length, 0), 0, 1, 0);
        if ((UInt128)((Int128)largest - smallest) >= PackedCodes.Limit) return null;
        long unit = 0;
        foreach (var v in values)
        {
            if (v != NoValue && unit != 1) unit = Divisor(unit, v - smallest);
        }

        unit = Math.Max(unit, 1);
        var largestCode = (ulong)((largest - smallest) / unit) + 1;
        var codes = new PackedCodes(values.Length, largestCode);
        for (var row = 0; row < order.Length; row++)
        {
            var v = values[order[row]];
            if (v != NoValue) codes.Set(row, (ulong)((v - smallest) / unit) + 1);
        }

        return new(type, codes, smallest, unit, largestCode);
    }

    public override long? Whole(int row)
    {
        var code = _codes[row];
        return code == 0 ? null : Decode(code);
    }

    public override object? Value(int row) => _codes[row] is var code && code == 0 ? null : WholeValue.Of(_type, Decode(code));

    public override SortKey Key(int row) => _codes[row] is var code && code == 0 ? SortKey.Null : new(false, Decode(code));

    public override void CopyTo(int row, ColumnBuilder builder) => builder.AddWhole(Whole(row) ?? NoValue);

    public override ValueCodes Codes() => _largestCode < 65536 ? new Numbers(this) : new FoundCodes(this);

    public override RowTest? Test(ValueTest test) => test switch
    {
        WholeTest { Comparison: Comparison.AtLeast } least => Range(Ceiling(least.Values[0]), _largestCode),
        WholeTest { Comparison: Comparison.LessThan } less => Range(1, Ceiling(less.Values[0]) - 1),
        WholeTest { Comparison: Comparison.In, Values.Length: 1 } one => Exact(one.Values[0]),
        WholeTest whole => new ValuesTest(this, whole),
        { Comparison: Comparison.IsNull } => Range(0, 0),
        _ => Range(1, _largestCode),
    };

    private long Decode(ulong code) => _smallest + ((long)(code - 1) * _unit);

    /// <summary>The first code whose value is at least that; one past the last when there is none.</summary>
    private ulong Ceiling(long value)
    {
        if (value <= _smallest) return 1;
        var steps = ((UInt128)((Int128)value - _smallest) + (ulong)_unit - 1) / (ulong)_unit;
        return steps >= _largestCode ? _largestCode + 1 : (ulong)steps + 1;
    }

    private RowTest Exact(long value)
    {
        var code = Ceiling(value);
        return code > _largestCode || Decode(code) != value ? RowTest.Nothing : Range(code, code);
    }

    private RowTest Range(ulong first, ulong last) => first > last ? RowTest.Nothing : new RangeTest(_codes, first, last - first);

    private static long Divisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    private sealed class RangeTest(PackedCodes codes, ulong first, ulong length) : RowTest
    {
        public override bool Passes(int row) => codes[row] - first <= length;

        public override int Keep(Span<int> rows)
        {
            var kept = 0;
            foreach (var row in rows)
            {
                rows[kept] = row;
                kept += codes[row] - first <= length ? 1 : 0;
            }

            return kept;
        }
    }

    private sealed class ValuesTest(WholeColumn column, WholeTest test) : RowTest
    {
        public override bool Passes(int row) => column._codes[row] is var code && code != 0 && test.Passes(column.Decode(code));
    }

    private sealed class Numbers(WholeColumn column) : ValueCodes
    {
        public override int Code(int row) => (int)column._codes[row];

        public override object? Value(int code) => code == 0 ? null : WholeValue.Of(column._type, column.Decode((ulong)code));
    }
}
