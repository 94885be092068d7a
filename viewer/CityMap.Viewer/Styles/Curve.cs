using System.Text.Json;

namespace CityMap.Viewer.Styles;

/// <summary>Operators over stops: <c>interpolate</c> (linear, exponential, cubic-bezier as linear) and <c>step</c>.</summary>
internal static class Curve
{
    public static Expression Interpolate(JsonElement[] a)
    {
        var kind = a[0][0].GetString();
        if (kind is not ("linear" or "exponential")) throw new StyleException($"interpolation {kind}");
        var power = kind == "exponential" ? a[0][1].GetDouble() : 1;
        var input = ExpressionParser.Parse(a[1]);
        var (stops, outputs) = Stops(a, 2);
        return Expression.Of(s => At(StyleValue.Number(input.Run(s)) ?? 0, s, power, stops, outputs), [input, .. outputs]);
    }

    public static Expression Step(JsonElement[] a)
    {
        var input = ExpressionParser.Parse(a[0]);
        var first = ExpressionParser.Parse(a[1]);
        var (stops, outputs) = Stops(a, 2);
        return Expression.Of(
            s =>
            {
                var at = StyleValue.Number(input.Run(s)) ?? 0;
                var found = Array.FindLastIndex(stops, stop => stop <= at);
                return found < 0 ? first.Run(s) : outputs[found].Run(s);
            },
            [input, first, .. outputs]);
    }

    private static (double[] Stops, Expression[] Outputs) Stops(JsonElement[] a, int from)
    {
        var pairs = a[from..].Chunk(2).ToArray();
        return (Array.ConvertAll(pairs, p => p[0].GetDouble()), Array.ConvertAll(pairs, p => ExpressionParser.Parse(p[1])));
    }

    private static object? At(double input, Scope s, double power, double[] stops, Expression[] outputs)
    {
        if (input <= stops[0]) return outputs[0].Run(s);
        if (input >= stops[^1]) return outputs[^1].Run(s);
        var i = Array.FindLastIndex(stops, stop => stop <= input);
        var (span, into) = (stops[i + 1] - stops[i], input - stops[i]);
        var share = power == 1 ? into / span : (Math.Pow(power, into) - 1) / (Math.Pow(power, span) - 1);
        var (low, high) = (outputs[i].Run(s), outputs[i + 1].Run(s));
        if (StyleValue.Number(low) is { } a && StyleValue.Number(high) is { } b) return a + ((b - a) * share);
        return StyleColour.Parse(low) is { } from && StyleColour.Parse(high) is { } to ? (object)StyleColour.Between(from, to, share) : low;
    }
}
