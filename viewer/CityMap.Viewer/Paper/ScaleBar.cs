using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Paper;

/// <summary>A bar of a round length on the ground, true in the middle of the map.</summary>
internal static class ScaleBar
{
    private const float Widest = 180;

    /// <summary>The longest round length (1, 2 or 5 times a power of ten) of at most 180 CSS pixels, metres.</summary>
    public static double Metres(double metresPerPixel)
    {
        var most = Widest * metresPerPixel;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return power * (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1);
    }

    /// <summary>Draws it; answers its right edge.</summary>
    public static float Draw(PageWriter writer, MapView view, SKPoint at, MapLanguage language)
    {
        var metres = Metres(view.MetresPerPixel);
        var width = (float)(metres / view.MetresPerPixel);
        var ink = writer.Ink("ink");
        for (var i = 0; i < 4; i++)
        {
            var part = SKRect.Create(at.X + (i * width / 4), at.Y, width / 4, 5);
            if (i % 2 == 0) writer.Rect(part, ink);
            writer.Box(part, ink, 0.8f);
        }

        writer.Text("0", new(at.X, at.Y + 17), 9, FontNames.Regular, "ink");
        var end = Words.Distance(metres, language);
        writer.Text(end, new(at.X + width - (writer.Width(end, 9, FontNames.Regular) / 2), at.Y + 17), 9, FontNames.Regular, "ink");
        var scale = $"1:{Words.Number(Math.Round(view.Scale), language)}";
        writer.Text(scale, new(at.X, at.Y + 29), 10, FontNames.Medium, "ink");
        return at.X + width + (writer.Width(end, 9, FontNames.Regular) / 2);
    }
}
