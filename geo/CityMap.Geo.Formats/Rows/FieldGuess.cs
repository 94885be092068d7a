using System.Globalization;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.Formats.Rows;

/// <summary>Watches the values of one column and says which type holds all of them.</summary>
/// <param name="times">Reads times.</param>
/// <param name="texts">True when a text is known to be one: it may still be a time, which few formats have a type for, but no number.</param>
public sealed class FieldGuess(TimeText times, bool texts = false)
{
    private bool integer = true;
    private bool real = true;
    private bool boolean = true;
    private bool timestamp = true;

    /// <summary>True once a value has been seen.</summary>
    public bool Seen { get; private set; }

    /// <summary>The narrowest type for everything seen so far; text when nothing was.</summary>
    public FieldType Type =>
        !Seen ? FieldType.Text
        : boolean ? FieldType.Boolean
        : integer ? FieldType.Integer
        : real ? FieldType.Real
        : timestamp ? FieldType.Timestamp
        : FieldType.Text;

    /// <summary>Looks at one more value; null says nothing.</summary>
    public void Look(object? value)
    {
        if (value is null) return;
        Seen = true;
        boolean = boolean && (value is bool || (value is string b && !texts && b is "true" or "false" or "True" or "False" or "TRUE" or "FALSE"));
        integer = integer && (value is long || (value is string i && !texts && IsInteger(i)));
        real = real && (value is long or double || (value is string r && !texts && IsReal(r)));
        timestamp = timestamp && value is string t && t.Length >= 6 && times.TryRead(t, out _, out _);
    }

    /// <summary>Turns a value as read into one of the type; null stays null.</summary>
    /// <exception cref="FormatException">The value is not of the type.</exception>
    public static object? Convert(object? value, FieldType type, TimeText times) => (value, type) switch
    {
        (null, _) => null,
        (string s, FieldType.Text) => CanonicalText.Composed(s),
        (_, FieldType.Text) => System.Convert.ToString(value, CultureInfo.InvariantCulture),
        (long i, FieldType.Integer) => i,
        (string s, FieldType.Integer) when long.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) => i,
        (long i, FieldType.Real) => (double)i,
        (double d, FieldType.Real) => d,
        (string s, FieldType.Real) when IsReal(s) => double.Parse(s, NumberStyles.Float, CultureInfo.InvariantCulture),
        (bool b, FieldType.Boolean) => b,
        (string s, FieldType.Boolean) when bool.TryParse(s, out var b) => b,
        (string s, FieldType.Timestamp) => times.TryRead(s, out var time, out var reason) ? time : throw new FormatException(reason),
        _ => throw new FormatException($"\"{value}\" is not of type {type}."),
    };

    // A leading zero is a code (a commune is 05977), not a number.
    private static bool IsInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && !HasLeadingZero(text);

    private static bool IsReal(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && !HasLeadingZero(text);

    private static bool HasLeadingZero(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        return digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]);
    }
}
