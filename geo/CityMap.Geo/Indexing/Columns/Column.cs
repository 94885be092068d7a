using CityMap.Geo.Filtering;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>The values of one field for the rows of a segment. Immutable.</summary>
internal abstract class Column
{
    /// <summary>The value of a row as features carry it, or null.</summary>
    public abstract object? Value(int row);

    /// <summary>Prepares a test; null when every row passes.</summary>
    public abstract RowTest? Test(ValueTest test);

    /// <summary>Where a row stands in the order of values; rows with equal keys may still differ when the key says so.</summary>
    public abstract SortKey Key(int row);

    /// <summary>Numbers for the distinct values, to count by.</summary>
    public abstract ValueCodes Codes();

    /// <summary>Adds the value of a row to a builder of the same field.</summary>
    public abstract void CopyTo(int row, ColumnBuilder builder);

    /// <summary>The value of a whole-number field (booleans 0 and 1, instants microseconds since 1970); null in other columns too.</summary>
    public virtual long? Whole(int row) => null;
}

/// <summary>A test bound to the rows of one segment.</summary>
internal abstract class RowTest
{
    /// <summary>A test nothing passes.</summary>
    public static RowTest Nothing { get; } = new NothingTest();

    /// <summary>A test that passes where one of several does; null among them passes every row.</summary>
    public static RowTest? OneOf(RowTest?[] tests)
    {
        if (tests.Contains(null)) return null;
        var some = tests.Where(t => t != Nothing).ToArray();
        return some.Length switch { 0 => Nothing, 1 => some[0], _ => new OneOfTest(some!) };
    }

    public abstract bool Passes(int row);

    /// <summary>Keeps the rows that pass, in order, at the front; answers how many.</summary>
    public virtual int Keep(Span<int> rows)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            rows[kept] = row;
            kept += Passes(row) ? 1 : 0;
        }

        return kept;
    }

    private sealed class OneOfTest(RowTest[] tests) : RowTest
    {
        public override bool Passes(int row)
        {
            foreach (var test in tests)
            {
                if (test.Passes(row)) return true;
            }

            return false;
        }
    }

    private sealed class NothingTest : RowTest
    {
        public override bool Passes(int row) => false;

        public override int Keep(Span<int> rows) => 0;
    }
}

/// <summary>A row's place in an order. Texts carry their first fifteen UTF-8 bytes; when those are equal the texts decide.</summary>
internal readonly record struct SortKey(bool IsNull, Int128 Value)
{
    public static SortKey Null => new(true, 0);
}

/// <summary>Numbers for the distinct values of a column.</summary>
internal abstract class ValueCodes
{
    /// <summary>The number of a row's value.</summary>
    public abstract int Code(int row);

    /// <summary>The value behind a number.</summary>
    public abstract object? Value(int code);
}

/// <summary>Numbers given in order of appearance, for columns that have none of their own.</summary>
internal sealed class FoundCodes(Column column) : ValueCodes
{
    private readonly Dictionary<object, int> _codes = [];
    private readonly List<object?> _values = [null];

    public override int Code(int row)
    {
        if (column.Value(row) is not { } value) return 0;
        if (_codes.TryGetValue(value, out var code)) return code;
        _codes.Add(value, _values.Count);
        _values.Add(value);
        return _values.Count - 1;
    }

    public override object? Value(int code) => _values[code];
}
