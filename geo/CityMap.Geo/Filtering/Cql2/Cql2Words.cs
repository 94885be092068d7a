using System.Collections.Frozen;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>How operators are called in text and in JSON; one table for the readers and the writers.</summary>
internal static class Cql2Words
{
    public static readonly FrozenDictionary<CompareOperator, string> Compare = new Dictionary<CompareOperator, string>
    {
        [CompareOperator.Equal] = "=",
        [CompareOperator.NotEqual] = "<>",
        [CompareOperator.Less] = "<",
        [CompareOperator.Greater] = ">",
        [CompareOperator.AtMost] = "<=",
        [CompareOperator.AtLeast] = ">=",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<ArithmeticOperator, string> Arithmetic = new Dictionary<ArithmeticOperator, string>
    {
        [ArithmeticOperator.Plus] = "+",
        [ArithmeticOperator.Minus] = "-",
        [ArithmeticOperator.Times] = "*",
        [ArithmeticOperator.Divide] = "/",
        [ArithmeticOperator.DivideWhole] = "div",
        [ArithmeticOperator.Modulo] = "%",
        [ArithmeticOperator.Power] = "^",
    }.ToFrozenDictionary();

    // In JSON as written here; in text in capitals, in any case when read.
    public static readonly FrozenDictionary<SpatialOperator, string> Spatial = Prefixed<SpatialOperator>("s_");
    public static readonly FrozenDictionary<TemporalOperator, string> Temporal = Prefixed<TemporalOperator>("t_");
    public static readonly FrozenDictionary<ArrayOperator, string> Array = Prefixed<ArrayOperator>("a_");

    public static readonly FrozenDictionary<string, CompareOperator> CompareOf = Reversed(Compare, StringComparer.Ordinal);
    public static readonly FrozenDictionary<string, ArithmeticOperator> ArithmeticOf = Reversed(Arithmetic, StringComparer.OrdinalIgnoreCase);
    public static readonly FrozenDictionary<string, SpatialOperator> SpatialOf = Reversed(Spatial, StringComparer.OrdinalIgnoreCase);
    public static readonly FrozenDictionary<string, TemporalOperator> TemporalOf = Reversed(Temporal, StringComparer.OrdinalIgnoreCase);
    public static readonly FrozenDictionary<string, ArrayOperator> ArrayOf = Reversed(Array, StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that are no names unless quoted.</summary>
    public static readonly FrozenSet<string> Reserved = new[]
    {
        "AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE", "DIV", "CASEI", "ACCENTI", "DATE", "TIMESTAMP", "INTERVAL",
        "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "BBOX",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<T, string> Prefixed<T>(string prefix)
        where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => prefix + char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..]);

    private static FrozenDictionary<string, T> Reversed<T>(FrozenDictionary<T, string> words, StringComparer comparer)
        where T : struct =>
        words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, comparer);
}
