using System.Globalization;
using CityMap.Grains.Contracts;

namespace CityMap.Grains.Rules;

/// <summary>What a number given from outside must be.</summary>
internal static class NumberRule
{
    /// <summary>A count: null, or 0 and more.</summary>
    public static Refusal? Count(string field, long? value) => value is null or >= 0
        ? null
        : Refuse(field, value.Value.ToString(CultureInfo.InvariantCulture), "0 or more");

    /// <summary>A measurement: finite.</summary>
    public static Refusal? Finite(string field, double? value) => value is null || double.IsFinite(value.Value)
        ? null
        : Refuse(field, value.Value.ToString(CultureInfo.InvariantCulture), "a finite number");

    /// <summary>A number between two others.</summary>
    public static Refusal? Between(string field, long value, long min, long max) => value >= min && value <= max
        ? null
        : Refuse(field, value.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"));

    private static Refusal Refuse(string field, string value, string expected) =>
        new(RefusalCodes.NumberOutOfRange, $"The {field} cannot be {value}.") { Field = field, Expected = expected };
}
