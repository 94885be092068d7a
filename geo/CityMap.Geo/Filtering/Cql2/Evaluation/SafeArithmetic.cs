namespace CityMap.Geo.Filtering.Cql2;

/// <summary>
/// Arithmetic that has no errors: what has no result is null. The functions <c>citymap_store.cql2_…</c> of the PostGIS store calculate alike.
/// </summary>
internal static class SafeArithmetic
{
    private const double Largest = 1e150;
    private const double Smallest = 1e-150;

    // The natural logarithm of the largest result.
    private const double LargestPower = 345;

    public static double? Apply(ArithmeticOperator what, double left, double right) =>
        Operand(left) is { } a && Operand(right) is { } b ? Calculate(what, a, b) : null;

    private static double? Operand(double x) => Math.Abs(x) switch
    {
        > Largest => null,
        < Smallest => 0,
        _ => x,
    };

    private static double? Calculate(ArithmeticOperator what, double a, double b) => what switch
    {
        ArithmeticOperator.Plus => a + b,
        ArithmeticOperator.Minus => a - b,
        ArithmeticOperator.Times => a * b,
        ArithmeticOperator.Power => Power(a, b),
        _ when b == 0 => null,
        ArithmeticOperator.Divide => a / b,
        ArithmeticOperator.DivideWhole => Math.Truncate(a / b),
        _ => a - (b * Math.Truncate(a / b)),
    };

    private static double? Power(double a, double b)
    {
        if (a == 0) return b < 0 ? null : b == 0 ? 1 : 0;
        if (a < 0 && Math.Truncate(b) != b) return null;
        var size = b * Math.Log(Math.Abs(a));
        return size > LargestPower ? null : size < -LargestPower ? 0 : Math.Pow(a, b);
    }
}
