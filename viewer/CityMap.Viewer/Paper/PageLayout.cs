using SkiaSharp;

namespace CityMap.Viewer.Paper;

/// <summary>Where things stand on a page; CSS pixels from its upper left corner.</summary>
public static class PageLayout
{
    private const float Margin = 10 * PageSize.Millimetre;
    private const float TitleHeight = 15 * PageSize.Millimetre;
    private const float FootHeight = 13 * PageSize.Millimetre;
    private const float SideWidth = 62 * PageSize.Millimetre;
    private const float Gap = 4 * PageSize.Millimetre;

    /// <summary>Width and height of the map on a page, CSS pixels.</summary>
    /// <param name="size">The paper; a picture in pixels is all map.</param>
    /// <param name="side">True when there is a column beside it.</param>
    public static (float Width, float Height) Frame(PageSize size, bool side)
    {
        var frame = FrameBox(size, side);
        return (frame.Width, frame.Height);
    }

    internal static SKRect FrameBox(PageSize size, bool side)
    {
        if (!size.IsPaper) return SKRect.Create(size.Width, size.Height);
        var right = size.Width - Margin - (side && !Upright(size) ? SideWidth + Gap : 0);
        var bottom = size.Height - Margin - FootHeight - (side && Upright(size) ? SideHeight(size) + Gap : 0);
        return new(Margin, Margin + TitleHeight, right, bottom);
    }

    internal static SKRect TitleBox(PageSize size) => new(Margin, Margin, size.Width - Margin, Margin + TitleHeight);

    internal static SKRect FootBox(PageSize size) => new(Margin, size.Height - Margin - FootHeight, size.Width - Margin, size.Height - Margin);

    /// <summary>The column: beside the map, on upright paper below it.</summary>
    internal static SKRect SideBox(PageSize size) => Upright(size)
        ? new(Margin, size.Height - Margin - FootHeight - SideHeight(size), size.Width - Margin, size.Height - Margin - FootHeight)
        : new(size.Width - Margin - SideWidth, Margin + TitleHeight, size.Width - Margin, size.Height - Margin - FootHeight);

    internal static bool Upright(PageSize size) => size.Height > size.Width;

    private static float SideHeight(PageSize size) => size.Height * 0.24f;
}
