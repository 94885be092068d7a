using System.Text;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Bodies;

/// <summary>Text on its way in: composed (NFC), without NUL, half characters or what is no character, not too long.</summary>
internal static class CleanText
{
    /// <summary>The text as it is kept.</summary>
    /// <param name="value">As it came.</param>
    /// <param name="field">Where it came from, for the problem.</param>
    /// <param name="most">How many characters (UTF-16 units after composing) it may have.</param>
    /// <param name="lines">True when line breaks and tabs are allowed.</param>
    public static string Take(string value, string field, int most, bool lines = false)
    {
        if (Ascii.IsValid(value))
        {
            CheckControls(value, field, lines);
            CheckLength(value, field, most);
            return value;
        }

        CheckSurrogates(value, field);
        CheckControls(value, field, lines);
        var composed = value.IsNormalized() ? value : value.Normalize();
        CheckLength(composed, field, most);
        return composed;
    }

    private static void CheckControls(string value, string field, bool lines)
    {
        foreach (var c in value)
        {
            if (ValueRules.IsNoCharacter(c)) throw new ProblemException("text_malformed", field, $"The text in {field} holds U+{(int)c:X4}, which is no character.", "Unicode characters");
            if (c >= ' ' && c is not '\u007f') continue;
            if (lines && (c is '\n' or '\r' or '\t')) continue;
            throw new ProblemException("text_malformed", field, $"The text in {field} holds the control character U+{(int)c:X4}.", "printable text");
        }
    }

    private static void CheckLength(string value, string field, int most)
    {
        if (value.Length <= most) return;
        throw new ProblemException(
            "text_too_long", field, $"The text in {field} has {value.Length} characters.", $"at most {most} characters");
    }

    private static void CheckSurrogates(string value, string field)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
                continue;
            }

            throw new ProblemException("text_malformed", field, $"The text in {field} holds half a character (an unpaired surrogate).", "whole Unicode characters");
        }
    }
}
