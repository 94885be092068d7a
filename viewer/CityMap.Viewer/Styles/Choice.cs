using System.Text.Json;

namespace CityMap.Viewer.Styles;

/// <summary>Operators that choose: <c>case</c> and <c>match</c>.</summary>
internal static class Choice
{
    public static Expression Case(JsonElement[] a)
    {
        var parts = Array.ConvertAll(a, ExpressionParser.Parse);
        return Expression.Of(
            s =>
            {
                for (var i = 0; i + 1 < parts.Length; i += 2)
                {
                    if (StyleValue.Truth(parts[i].Run(s))) return parts[i + 1].Run(s);
                }

                return parts[^1].Run(s);
            },
            parts);
    }

    public static Expression Match(JsonElement[] a)
    {
        var input = ExpressionParser.Parse(a[0]);
        var otherwise = ExpressionParser.Parse(a[^1]);
        var outcomes = new Dictionary<object, Expression>();
        for (var i = 1; i + 1 < a.Length; i += 2)
        {
            var outcome = ExpressionParser.Parse(a[i + 1]);
            foreach (var label in a[i].ValueKind == JsonValueKind.Array ? [.. a[i].EnumerateArray()] : new[] { a[i] })
            {
                outcomes.TryAdd(ExpressionParser.Literal(label)!, outcome);
            }
        }

        return Expression.Of(
            s => Key(input.Run(s)) is { } key && outcomes.TryGetValue(key, out var outcome) ? outcome.Run(s) : otherwise.Run(s),
            [input, otherwise, .. outcomes.Values]);
    }

    // Whole numbers of features are long, those of a style double.
    private static object? Key(object? value) => value is long or int ? StyleValue.Number(value) : value;
}
