using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Paper;

/// <summary>One page with a map and what stands around it. Everything written is in the page's language.</summary>
/// <param name="Size">Of the paper.</param>
/// <param name="Scene">The map, built for <see cref="PageLayout.Frame"/> of the size.</param>
/// <param name="Title">What it shows.</param>
public sealed record MapPage(PageSize Size, Scene Scene, string Title)
{
    /// <summary>Bright or dark.</summary>
    public MapTheme Theme { get; init; }

    /// <summary>Of the words the page itself writes.</summary>
    public MapLanguage Language { get; init; }

    /// <summary>Under the title: the moment it shows, who made it.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The column beside the map; empty gives the map the whole width.</summary>
    public IReadOnlyList<PageBlock> Side { get; init; } = [];

    /// <summary>Where the data comes from.</summary>
    public string Attribution { get; init; } = "";

    /// <summary>Lines of latitude and longitude, of VN-2000, or none.</summary>
    public GraticuleKind Graticule { get; init; } = GraticuleKind.None;

    /// <summary>Number of this page; 0 writes none.</summary>
    public int Number { get; init; }

    /// <summary>How many pages there are.</summary>
    public int Of { get; init; }
}

/// <summary>A block of the column beside a map.</summary>
/// <param name="Heading">Above it.</param>
/// <param name="Rows">Its lines.</param>
public sealed record PageBlock(string Heading, IReadOnlyList<PageRow> Rows);

/// <summary>A line of a block: a sample with what it means, a figure with its name, or plain text.</summary>
/// <param name="Text">The words; long ones are broken.</param>
public sealed record PageRow(string Text)
{
    /// <summary>Written at the right edge.</summary>
    public string? Value { get; init; }

    /// <summary>Drawn before the words.</summary>
    public Swatch? Sample { get; init; }

    /// <summary>Quieter than the others.</summary>
    public bool Muted { get; init; }
}
