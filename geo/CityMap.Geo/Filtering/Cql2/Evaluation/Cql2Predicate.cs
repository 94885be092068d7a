namespace CityMap.Geo.Filtering.Cql2;

/// <summary>The in-memory interpreter: a bound filter as a function of a row, with three values. Safe for several threads.</summary>
public sealed class Cql2Predicate
{
    private readonly Func<FilterRow, bool?> _test;

    private Cql2Predicate(Func<FilterRow, bool?> test) => _test = test;

    /// <summary>Compiles a filter that <see cref="Cql2Check"/> has bound.</summary>
    public static Cql2Predicate Of(Cql2Expression bound) => new(Test(bound));

    /// <summary>True, false or null.</summary>
    public bool? Evaluate(FilterRow row) => _test(row);

    /// <summary>True when the filter is true; null does not pass.</summary>
    public bool Matches(FilterRow row) => _test(row) == true;

    private static Func<FilterRow, bool?> Test(Cql2Expression node)
    {
        switch (node)
        {
            case BooleanLiteral literal: return _ => literal.Value;
            case Property property: return row => row.Value(property.Field) as bool?;
            case And and: return Every(and.Parts, false);
            case Or or: return Every(or.Parts, true);
            case Not not:
                var inner = Test(not.Inner);
                return row => !inner(row);
            case Compare compare: return ScalarTests.Of(compare, Test);
            case In choice: return ScalarTests.Of(choice, Test);
            case Between range: return Every([new Compare(CompareOperator.AtLeast, range.Value, range.Low), new Compare(CompareOperator.AtMost, range.Value, range.High)], false);
            case Like like:
                var (text, pattern) = (Scalars.Text(like.Value), new LikePattern(((TextLiteral)like.Pattern).Value));
                return row => text(row) is { } value ? pattern.Matches(value) : null;
            case IsNull test: return NullTest.Of(test.Value, Test);
            case Spatial spatial: return SpatialTest.Of(spatial);
            case Temporal temporal: return TemporalTest.Of(temporal);
            default: throw Scalars.Unbound(node);
        }
    }

    // Of "and" a false decides, of "or" a true; otherwise a null is left of the others.
    private static Func<FilterRow, bool?> Every(IReadOnlyList<Cql2Expression> parts, bool decides)
    {
        var tests = parts.Select(Test).ToArray();
        return row =>
        {
            bool? result = !decides;
            foreach (var test in tests)
            {
                var one = test(row);
                if (one == decides) return decides;
                if (one is null) result = null;
            }

            return result;
        };
    }
}
