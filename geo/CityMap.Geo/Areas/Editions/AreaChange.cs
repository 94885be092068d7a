namespace CityMap.Geo.Areas.Editions;

/// <summary>What became of a code or a name from one edition to the next.</summary>
public enum AreaChangeKind
{
    /// <summary>The code now means other land: whoever joins by code joins wrongly.</summary>
    CodeReused,

    /// <summary>The name now means other land, under another code.</summary>
    NameReused,

    /// <summary>The same code and land under another name.</summary>
    Renamed,

    /// <summary>The same land and name under another code.</summary>
    Recoded,

    /// <summary>The same code and name, with a border that moved.</summary>
    Reshaped,
}

/// <summary>A code or name that does not mean the same in two editions.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The area that had it.</param>
/// <param name="After">The area that has it.</param>
/// <param name="Shared">How much of the land of both together both have, 0 to 1.</param>
public sealed record AreaChange(AreaChangeKind Kind, Area Before, Area After, double Shared);

/// <summary>Of which land an area of the later edition was made.</summary>
/// <param name="Area">The area.</param>
/// <param name="From">The areas of the earlier edition it took land from, the most first, with the part (0 to 1) of its land that came from each.</param>
public sealed record AreaOrigin(Area Area, IReadOnlyList<(Area Area, double Part)> From);

/// <summary>What changed between two editions.</summary>
/// <param name="Changes">Codes and names that do not mean the same.</param>
/// <param name="Origins">Of which land each later area was made.</param>
/// <param name="Gone">Codes that are no longer used.</param>
/// <param name="New">Codes that were not used before.</param>
public sealed record EditionDifference(IReadOnlyList<AreaChange> Changes, IReadOnlyList<AreaOrigin> Origins, IReadOnlyList<Area> Gone, IReadOnlyList<Area> New);
