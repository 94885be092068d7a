namespace CityMap.Viewer.Paper;

/// <summary>A layer as a legend names it.</summary>
/// <param name="Source">Its name in the style.</param>
/// <param name="Title">What people call it.</param>
public sealed record LegendSubject(string Source, string Title)
{
    /// <summary>What each of its colours says, the colour as <c>#rrggbb</c>; empty when it has one colour.</summary>
    public IReadOnlyList<(string Colour, string Text)> Classes { get; init; } = [];
}
