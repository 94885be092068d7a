namespace CityMap.Viewer.Styles;

/// <summary>How a source of the catalogue is drawn.</summary>
/// <param name="Source">Its name.</param>
/// <param name="NameField">The attribute that names its features, or null.</param>
public sealed record SourceStyle(string Source, string? NameField)
{
    /// <summary>The layers a planner wishes, bottom first; null for the style's own or plain ones.</summary>
    public IReadOnlyList<StyleLayer>? Wish { get; init; }
}
