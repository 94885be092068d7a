using Microsoft.Playwright;

namespace CityMap.Bench.Pictures;

/// <summary>A picture of the console for the documents.</summary>
/// <param name="Name">Its file's name, without theme and ending.</param>
/// <param name="Path">Path and query of the address.</param>
/// <param name="Do">What is done before it is taken.</param>
internal sealed record Picture(string Name, string Path, Func<IPage, Task>? Do = null)
{
    /// <summary>An A4 page within its margins, in CSS pixels.</summary>
    public const int PaperWidth = 688;

    /// <summary>Its height.</summary>
    public const int PaperHeight = 1017;

    /// <summary>Width of the window in pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Height of the window in pixels.</summary>
    public int Height { get; init; } = 800;

    /// <summary>vi or en.</summary>
    public string Language { get; init; } = "vi";

    /// <summary>light, night, or both.</summary>
    public IReadOnlyList<string> Themes { get; init; } = ["light", "night"];

    /// <summary>Whether a map is waited for.</summary>
    public bool Map { get; init; } = true;

    /// <summary>Whether it is the page as a printer gets it.</summary>
    public bool Printed { get; init; }
}
