namespace CityMap.Viewer.Drawing;

/// <summary>What is drawn into.</summary>
internal enum Medium
{
    /// <summary>A picture of pixels.</summary>
    Pixels,

    /// <summary>A PDF: text stays text, with its fonts inside; nothing is drawn that would have to become pixels.</summary>
    Pdf,

    /// <summary>An SVG: letters are outlines, because the fonts are not where it is opened; nothing is drawn that would have to become pixels.</summary>
    Svg,
}
