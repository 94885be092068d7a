using CityMap.Geo.Layers;

namespace CityMap.Geo.Storage;

/// <summary>What a value of each field type must be; no store silently turns one type into another.</summary>
public static class ValueRules
{
    /// <summary>Looks at one value; null means it fits. The text completes the sentence "the value …".</summary>
    public static string? FindProblem(FieldType type, object value) => type switch
    {
        FieldType.Text => value is string text ? FindTextProblem(text) : $"is not text but {Name(value)}",
        FieldType.Integer => value is long ? null : $"is not a 64-bit integer but {Name(value)}",
        FieldType.Real => value is not double number ? $"is not a number but {Name(value)}" : double.IsFinite(number) ? null : "is not finite",
        FieldType.Boolean => value is bool ? null : $"is not true or false but {Name(value)}",
        _ => value is DateTimeOffset ? null : $"is not a timestamp but {Name(value)}",
    };

    /// <summary>Looks at one text: it must be storable as UTF-8 without NUL and without U+FFFE and U+FFFF, which are no characters.</summary>
    public static string? FindTextProblem(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\0') return "holds the character NUL";
            if (IsNoCharacter(c)) return $"holds U+{(int)c:X4}, which is no character";
            if (!char.IsSurrogate(c)) continue;
            if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return "holds half a surrogate pair";
            i++;
        }

        return null;
    }

    /// <summary>True for U+FFFE and U+FFFF: the first has no canonical form, and XML can hold neither.</summary>
    public static bool IsNoCharacter(char c) => c >= '\uFFFE';

    private static string Name(object value) => value.GetType().Name;
}
