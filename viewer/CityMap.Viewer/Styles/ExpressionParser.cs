using System.Text.Json;

namespace CityMap.Viewer.Styles;

/// <summary>
/// Reads expressions of the MapLibre style specification, version 8: the operators the console uses and their nearest relatives.
/// An operator it does not know is a <see cref="StyleException"/> that names it.
/// </summary>
internal static class ExpressionParser
{
    /// <summary>Reads a value: a constant, an array of constants, or an expression.</summary>
    /// <exception cref="StyleException">Not understood.</exception>
    public static Expression Parse(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array when json.GetArrayLength() > 0 && json[0].ValueKind == JsonValueKind.String && Operators.Knows(json[0].GetString()!) =>
            Operators.Make(json[0].GetString()!, [.. json.EnumerateArray().Skip(1)]),
        JsonValueKind.Array when json.GetArrayLength() > 0 && json[0].ValueKind == JsonValueKind.String && LooksLikeOperator(json) =>
            throw new StyleException($"operator {json[0].GetString()}"),
        JsonValueKind.Object => throw new StyleException("functions of style version 7"),
        _ => Expression.Constant(Literal(json)),
    };

    /// <summary>A constant.</summary>
    public static object? Literal(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!.Normalize(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => json.EnumerateArray().Select(Literal).ToArray(),
        _ => null,
    };

    // A list of words (a font stack, anchors) is a constant; an array that mixes a word with other things is an operator.
    private static bool LooksLikeOperator(JsonElement json) => json.EnumerateArray().Skip(1).Any(part => part.ValueKind != JsonValueKind.String);
}
