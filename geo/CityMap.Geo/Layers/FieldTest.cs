namespace CityMap.Geo.Layers;

/// <summary>How a field is compared. A null value passes only <see cref="IsNull"/> (three-valued logic).</summary>
public enum Comparison
{
    /// <summary>Equal to one of the values.</summary>
    In,

    /// <summary>Equal to none of the values; null does not pass.</summary>
    NotIn,

    /// <summary>At least the value.</summary>
    AtLeast,

    /// <summary>Less than the value.</summary>
    LessThan,

    /// <summary>Has no value; takes no values.</summary>
    IsNull,

    /// <summary>Has a value; takes no values.</summary>
    IsNotNull,

    /// <summary>Contains the text, ignoring case and Vietnamese diacritics (đ counts as d).</summary>
    ContainsText,
}

/// <summary>One condition on one field. Text order is byte order.</summary>
/// <param name="Field">A field of the layer, or <c>id</c>.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Values">What it is compared with; each of the field's .NET type.</param>
public sealed record FieldTest(string Field, Comparison Comparison, IReadOnlyList<object> Values)
{
    /// <summary>It also holds when one of these fields contains the text; only with <see cref="Comparison.ContainsText"/>.</summary>
    public IReadOnlyList<string> OrIn { get; init; } = [];

    /// <summary>Conditions under which every word of a text is in some of the fields, whatever the order of the words.</summary>
    /// <param name="text">Words between white space.</param>
    /// <param name="field">Where to look.</param>
    /// <param name="more">Where else.</param>
    public static IEnumerable<FieldTest> EveryWord(string text, string field, params IReadOnlyList<string> more) =>
        text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(word => new FieldTest(field, Comparison.ContainsText, [word]) { OrIn = more });

    /// <summary>The same condition on each of its fields alone: it holds when one of them does.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>: another comparison than <see cref="Comparison.ContainsText"/> has several fields.</exception>
    public IEnumerable<FieldTest> Apart() => OrIn.Count == 0 || Comparison == Comparison.ContainsText
        ? OrIn.Prepend(Field).Select(field => new FieldTest(field, Comparison, Values))
        : throw new StoreException(StoreProblem.BadQuery, $"{Comparison} is asked of one field.");
}
