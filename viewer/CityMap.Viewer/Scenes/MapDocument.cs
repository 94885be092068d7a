using CityMap.Viewer.Sheets;
using CityMap.Viewer.Styles;

namespace CityMap.Viewer.Scenes;

/// <summary>What a map is to show, whoever draws it.</summary>
/// <param name="View">Where it looks.</param>
/// <param name="Style">How things look.</param>
/// <param name="Theme">Bright or dark.</param>
/// <param name="Language">Of everything written.</param>
public sealed record MapDocument(MapView View, MapStyle Style, MapTheme Theme, MapLanguage Language)
{
    /// <summary>Sources that are not drawn.</summary>
    public IReadOnlySet<string> Hidden { get; init; } = new HashSet<string>();

    /// <summary>How strong the features of a source are drawn, from 0 to 1; 1 where none is named.</summary>
    public IReadOnlyDictionary<string, double> Opacity { get; init; } = new Dictionary<string, double>();

    /// <summary>States of features that are not their own, such as <c>chosen</c> and <c>shade</c>, by source and id.</summary>
    public IReadOnlyDictionary<(string Source, string Id), IReadOnlyDictionary<string, object?>> States { get; init; } =
        new Dictionary<(string, string), IReadOnlyDictionary<string, object?>>();

    /// <summary>The moment it shows; null is now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Sources gathered into clusters below a zoom.</summary>
    public IReadOnlyDictionary<string, double> ClusterBelow { get; init; } = new Dictionary<string, double>();

    /// <summary>How many device pixels one CSS pixel gets; detail below one device pixel is left out. 4 suits vectors.</summary>
    public float PixelRatio { get; init; } = 1;
}
