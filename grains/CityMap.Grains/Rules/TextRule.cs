using System.Globalization;
using System.Text;
using CityMap.Grains.Contracts;

namespace CityMap.Grains.Rules;

/// <summary>What a text must be to enter the journal: NFC, trimmed, within its limit, without what breaks documents later.</summary>
internal static class TextRule
{
    public const int Name = 200;
    public const int Reason = 1_000;
    public const int LongText = 4_000;

    /// <summary>Cleans a text that must be there.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static Refusal? Required(string field, string? text, int max, out string clean)
    {
        var refusal = Optional(field, text, max, out var value);
        clean = value ?? "";
        return refusal ?? (value is null
            ? new Refusal(RefusalCodes.TextMissing, $"The {field} is missing.") { Field = field, Expected = UpTo(1, max) }
            : null);
    }

    /// <summary>Cleans a text that may be missing; blank counts as missing.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static Refusal? Optional(string field, string? text, int max, out string? clean)
    {
        clean = null;
        if (string.IsNullOrWhiteSpace(text)) return null;

        // Looked at before it is normalised: a very long text is not worth the work, and an unpaired surrogate or U+FFFE would throw.
        if (text.Length > 4 * max) return TooLong(field, text.Length, max);
        if (text.AsSpan().IndexOfAny(Forbidden) is >= 0 and var at)
        {
            var kind = char.IsControl(text[at]) ? "control character" : "noncharacter";
            return Malformed(field, string.Create(CultureInfo.InvariantCulture, $"the {kind} U+{(int)text[at]:X4}"));
        }

        if (!Ascii.IsValid(text))
        {
            if (HasLoneSurrogate(text)) return Malformed(field, "an unpaired surrogate");
            if (!text.IsNormalized(NormalizationForm.FormC)) text = text.Normalize(NormalizationForm.FormC);
        }

        text = text.Trim();
        if (text.Length > max) return TooLong(field, text.Length, max);
        clean = text;
        return null;
    }

    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0xA0)
            .Select(code => (char)code)
            .Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'))) + "\uFFFE\uFFFF");

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var used) != System.Buffers.OperationStatus.Done) return true;
            text = text[used..];
        }

        return false;
    }

    private static Refusal TooLong(string field, int length, int max) =>
        new(RefusalCodes.TextTooLong, string.Create(CultureInfo.InvariantCulture, $"The {field} has {length} characters."))
        {
            Field = field,
            Expected = UpTo(0, max),
        };

    private static Refusal Malformed(string field, string what) =>
        new(RefusalCodes.TextMalformed, $"The {field} holds {what}.") { Field = field, Expected = "Unicode text without control characters" };

    private static string UpTo(int min, int max) =>
        string.Create(CultureInfo.InvariantCulture, $"{(min > 0 ? $"{min} to" : "at most")} {max} characters");
}
