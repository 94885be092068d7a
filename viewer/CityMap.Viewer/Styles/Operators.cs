using System.Text.Json;
using CityMap.Viewer.Data;

namespace CityMap.Viewer.Styles;

/// <summary>The operators of expressions, each by its name in the specification.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, Func<JsonElement[], Expression>> _all = new(StringComparer.Ordinal)
    {
        ["literal"] = a => Expression.Constant(ExpressionParser.Literal(a[0])),
        ["get"] = Lookup.Get,
        ["has"] = Lookup.Has,
        ["id"] = _ => new(s => s.Feature?.Id, true, false),
        ["heatmap-density"] = _ => new(s => s.Density, true, false),
        ["zoom"] = _ => new(s => s.Zoom, false, true),
        ["geometry-type"] = _ => new(s => s.Feature?.Kind switch { ShapeKind.Point => "Point", ShapeKind.Line => "LineString", ShapeKind.Polygon => "Polygon", _ => null }, true, false),
        ["feature-state"] = Lookup.State,
        ["!"] = a => Map(a, v => !StyleValue.Truth(v)),
        ["all"] = a => Many(a, static (parts, s) => Array.TrueForAll(parts, p => StyleValue.Truth(p.Run(s)))),
        ["any"] = a => Many(a, static (parts, s) => Array.Exists(parts, p => StyleValue.Truth(p.Run(s)))),
        ["=="] = a => Two(a, static (x, y) => StyleValue.Same(x, y)),
        ["!="] = a => Two(a, static (x, y) => !StyleValue.Same(x, y)),
        ["<"] = a => Two(a, static (x, y) => StyleValue.Compare(x, y) < 0),
        ["<="] = a => Two(a, static (x, y) => StyleValue.Compare(x, y) <= 0),
        [">"] = a => Two(a, static (x, y) => StyleValue.Compare(x, y) > 0),
        [">="] = a => Two(a, static (x, y) => StyleValue.Compare(x, y) >= 0),
        ["case"] = Choice.Case,
        ["match"] = Choice.Match,
        ["coalesce"] = a => Many(a, static (parts, s) => First(parts, s)),
        ["interpolate"] = Curve.Interpolate,
        ["step"] = Curve.Step,
        ["concat"] = a => Many(a, static (parts, s) => string.Concat(parts.Select(p => StyleValue.Text(p.Run(s))))),
        ["to-string"] = a => Map(a, StyleValue.Text),
        ["to-number"] = a => Map(a, static v => StyleValue.Number(v) ?? 0),
        ["to-boolean"] = a => Map(a, static v => StyleValue.Truth(v)),
        ["string"] = a => Many(a, static (parts, s) => Typed<string>(parts, s) ?? ""),
        ["number"] = a => Many(a, static (parts, s) => parts.Select(p => StyleValue.Number(p.Run(s))).FirstOrDefault(n => n is not null) ?? 0),
        ["boolean"] = a => Many(a, static (parts, s) => Typed<object>(parts, s) is true),
        ["upcase"] = a => Map(a, static v => StyleValue.Text(v).ToUpperInvariant()),
        ["downcase"] = a => Map(a, static v => StyleValue.Text(v).ToLowerInvariant()),
        ["length"] = a => Map(a, static v => v is object[] list ? (double)list.Length : StyleValue.Text(v).Length),
        ["+"] = a => Fold(a, static (x, y) => x + y),
        ["*"] = a => Fold(a, static (x, y) => x * y),
        ["-"] = a => a.Length == 1 ? Map(a, static v => -(StyleValue.Number(v) ?? 0)) : Fold(a, static (x, y) => x - y),
        ["/"] = a => Fold(a, static (x, y) => x / y),
        ["%"] = a => Fold(a, static (x, y) => x % y),
        ["^"] = a => Fold(a, Math.Pow),
        ["min"] = a => Fold(a, Math.Min),
        ["max"] = a => Fold(a, Math.Max),
        ["round"] = a => Map(a, static v => Math.Round(StyleValue.Number(v) ?? 0, MidpointRounding.AwayFromZero)),
        ["floor"] = a => Map(a, static v => Math.Floor(StyleValue.Number(v) ?? 0)),
        ["ceil"] = a => Map(a, static v => Math.Ceiling(StyleValue.Number(v) ?? 0)),
        ["abs"] = a => Map(a, static v => Math.Abs(StyleValue.Number(v) ?? 0)),
        ["sqrt"] = a => Map(a, static v => Math.Sqrt(StyleValue.Number(v) ?? 0)),
    };

    /// <summary>True for an operator that can be evaluated.</summary>
    public static bool Knows(string name) => _all.ContainsKey(name);

    /// <summary>An expression of that operator.</summary>
    /// <exception cref="StyleException">Its arguments are not understood.</exception>
    public static Expression Make(string name, JsonElement[] arguments)
    {
        try
        {
            return _all[name](arguments);
        }
        catch (IndexOutOfRangeException)
        {
            throw new StyleException($"operator {name} with {arguments.Length} arguments");
        }
    }

    private static Expression Map(JsonElement[] arguments, Func<object?, object?> change)
    {
        var value = ExpressionParser.Parse(arguments[0]);
        return Expression.Of(s => change(value.Run(s)), value);
    }

    private static Expression Two(JsonElement[] arguments, Func<object?, object?, bool> compare)
    {
        var (a, b) = (ExpressionParser.Parse(arguments[0]), ExpressionParser.Parse(arguments[1]));
        return Expression.Of(s => compare(a.Run(s), b.Run(s)), a, b);
    }

    private static Expression Many(JsonElement[] arguments, Func<Expression[], Scope, object?> join)
    {
        var parts = Array.ConvertAll(arguments, ExpressionParser.Parse);
        return Expression.Of(s => join(parts, s), parts);
    }

    private static Expression Fold(JsonElement[] arguments, Func<double, double, double> join) =>
        Many(arguments, (parts, s) => parts.Select(p => StyleValue.Number(p.Run(s)) ?? 0).Aggregate(join));

    private static object? First(Expression[] parts, Scope s)
    {
        foreach (var part in parts)
        {
            if (part.Run(s) is { } value) return value;
        }

        return null;
    }

    private static object? Typed<T>(Expression[] parts, Scope s) => parts.Select(p => p.Run(s)).FirstOrDefault(v => v is T);
}
