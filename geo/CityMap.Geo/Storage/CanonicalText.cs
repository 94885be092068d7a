using System.Text;

namespace CityMap.Geo.Storage;

/// <summary>
/// Canonical forms of text that may hold anything. What is no text (half a surrogate pair, U+FFFE) has none and is given back as it is:
/// <see cref="ValueRules.FindTextProblem"/> names it.
/// </summary>
public static class CanonicalText
{
    /// <summary>The text composed (NFC).</summary>
    public static string Composed(string text) => Form(text, NormalizationForm.FormC);

    /// <summary>The text taken apart into letters and their marks (NFD).</summary>
    public static string Decomposed(string text) => Form(text, NormalizationForm.FormD);

    private static string Form(string text, NormalizationForm form) =>
        Ascii.IsValid(text) || ValueRules.FindTextProblem(text) is not null ? text : text.Normalize(form);
}
