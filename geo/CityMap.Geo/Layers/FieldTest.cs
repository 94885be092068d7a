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
public sealed record FieldTest(string Field, Comparison Comparison, IReadOnlyList<object> Values);
