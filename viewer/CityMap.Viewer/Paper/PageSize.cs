using System.Globalization;

namespace CityMap.Viewer.Paper;

/// <summary>The size of a page in millimetres, or of a picture in CSS pixels (1/96 inch).</summary>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels.</param>
/// <param name="Name">As it was asked for, for example <c>A3</c>.</param>
public sealed record PageSize(float Width, float Height, string Name)
{
    /// <summary>CSS pixels of a millimetre.</summary>
    public const float Millimetre = 96f / 25.4f;

    /// <summary>The longest side there is, CSS pixels: A0.</summary>
    public const float Longest = 1189 * Millimetre;

    private const float Shortest = 120;

    // ISO 216; the shorter side first.
    private static readonly Dictionary<string, (int Short, int Long)> _papers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["A0"] = (841, 1189),
        ["A1"] = (594, 841),
        ["A2"] = (420, 594),
        ["A3"] = (297, 420),
        ["A4"] = (210, 297),
        ["A5"] = (148, 210),
    };

    /// <summary>What can be asked for.</summary>
    public const string Expected = "A0 to A5, with -portrait for upright (A3-portrait), or WIDTHxHEIGHT in pixels of 1/96 inch from 120 to 4493";

    /// <summary>True for paper, false for a picture in pixels.</summary>
    public bool IsPaper => _papers.ContainsKey(Name.Split('-')[0]);

    /// <summary>Reads a size.</summary>
    /// <param name="text"><see cref="Expected"/>; paper lies unless it says otherwise.</param>
    /// <returns>The size, or null when it is none or out of range.</returns>
    public static PageSize? Parse(string text)
    {
        var words = text.Split('-');
        if (words.Length <= 2 && _papers.TryGetValue(words[0], out var paper))
        {
            var upright = words.Length == 2 && words[1].Equals("portrait", StringComparison.OrdinalIgnoreCase);
            if (words.Length == 2 && !upright && !words[1].Equals("landscape", StringComparison.OrdinalIgnoreCase)) return null;
            var (width, height) = upright ? (paper.Short, paper.Long) : (paper.Long, paper.Short);
            return new(width * Millimetre, height * Millimetre, text);
        }

        var sides = text.Split('x');
        return sides.Length == 2 && Side(sides[0]) is { } w && Side(sides[1]) is { } h ? new(w, h, text) : null;
    }

    private static float? Side(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side >= Shortest && side <= Longest ? side : null;
}
