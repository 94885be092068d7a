namespace CityMap.Geo.Filtering.Cql2;

/// <summary>Comparisons of scalars: texts by their bytes, numbers as doubles, false before true.</summary>
internal static class ScalarTests
{
    public static Func<FilterRow, bool?> Of(Compare node, Func<Cql2Expression, Func<FilterRow, bool?>> boolean)
    {
        var order = Order(node.Left, node.Right, boolean);
        var holds = Holds(node.Operator);
        return row => order(row) is { } sign ? holds(sign) : null;
    }

    public static Func<FilterRow, bool?> Of(In node, Func<Cql2Expression, Func<FilterRow, bool?>> boolean)
    {
        var orders = node.Choices.Select(choice => Order(node.Value, choice, boolean)).ToArray();
        return row =>
        {
            bool? result = false;
            foreach (var order in orders)
            {
                var sign = order(row);
                if (sign == 0) return true;
                if (sign is null) result = null;
            }

            return result;
        };
    }

    private static Func<FilterRow, int?> Order(Cql2Expression left, Cql2Expression right, Func<Cql2Expression, Func<FilterRow, bool?>> boolean)
    {
        switch (Kinds.Of(left))
        {
            case ValueKind.Text:
                var (text1, text2) = (Scalars.Text(left), Scalars.Text(right));
                return row => text1(row) is { } a && text2(row) is { } b ? TextOrder.Instance.Compare(a, b) : null;
            case ValueKind.Number:
                var (number1, number2) = (Scalars.Number(left), Scalars.Number(right));
                return row => number1(row) is { } a && number2(row) is { } b ? a.CompareTo(b) : null;
            case ValueKind.Instant:
                var (instant1, instant2) = (Scalars.Instant(left), Scalars.Instant(right));
                return row => instant1(row) is { } a && instant2(row) is { } b ? a.CompareTo(b) : null;
            default:
                var (truth1, truth2) = (boolean(left), boolean(right));
                return row => truth1(row) is { } a && truth2(row) is { } b ? a.CompareTo(b) : null;
        }
    }

    private static Func<int, bool> Holds(CompareOperator comparison) => comparison switch
    {
        CompareOperator.Equal => sign => sign == 0,
        CompareOperator.NotEqual => sign => sign != 0,
        CompareOperator.Less => sign => sign < 0,
        CompareOperator.Greater => sign => sign > 0,
        CompareOperator.AtMost => sign => sign <= 0,
        _ => sign => sign >= 0,
    };
}
