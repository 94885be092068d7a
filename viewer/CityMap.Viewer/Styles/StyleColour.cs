using System.Globalization;
using SkiaSharp;

namespace CityMap.Viewer.Styles;

/// <summary>Colours of a style: hexadecimal, <c>rgb()</c>, <c>rgba()</c> and a few names (CSS Color 4).</summary>
internal static class StyleColour
{
    /// <summary>The colour, or null when it is not one.</summary>
    public static SKColor? Parse(object? value)
    {
        if (value is SKColor colour) return colour;
        if (value is not string text) return null;
        if (text.StartsWith('#')) return SKColor.TryParse(Rotated(text), out var hex) ? hex : null;
        if (text.StartsWith("rgb", StringComparison.Ordinal)) return Function(text);
        return text switch
        {
            "transparent" => SKColors.Transparent,
            "black" => SKColors.Black,
            "white" => SKColors.White,
            "red" => SKColors.Red,
            _ => null,
        };
    }

    /// <summary>Between two colours, by share from 0 to 1.</summary>
    public static SKColor Between(SKColor a, SKColor b, double share)
    {
        return new(Mix(a.Red, b.Red), Mix(a.Green, b.Green), Mix(a.Blue, b.Blue), Mix(a.Alpha, b.Alpha));
        byte Mix(byte from, byte to) => (byte)Math.Round(from + ((to - from) * share));
    }

    // CSS puts the alpha last, Skia first.
    private static string Rotated(string text) => text.Length switch
    {
        9 => $"#{text[7..]}{text[1..7]}",
        5 => $"#{text[4]}{text[1..4]}",
        _ => text,
    };

    private static SKColor? Function(string text)
    {
        var (open, close) = (text.IndexOf('('), text.IndexOf(')'));
        if (open < 0 || close < open) return null;
        var parts = text[(open + 1)..close].Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 3 or > 4) return null;
        var n = Array.ConvertAll(parts, part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN);
        if (n.Any(double.IsNaN)) return null;
        return new(Byte(n[0]), Byte(n[1]), Byte(n[2]), n.Length == 4 ? Byte(n[3] * 255) : (byte)255);
    }

    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
