using CityMap.Geo.Coordinates;

namespace CityMap.Geo.Searching;

/// <summary>Something that can be found by words.</summary>
/// <param name="Id">Its key within its kind.</param>
/// <param name="Name">What it is called, in Vietnamese where there is a choice.</param>
public sealed record SearchEntry(string Id, string Name)
{
    /// <summary>What it is called in the other language; null when it has one name.</summary>
    public string? OtherName { get; init; }

    /// <summary>Where it is, in words: an address, a district.</summary>
    public string? Where { get; init; }

    /// <summary>Words that find it without being shown, for example the name of its kind.</summary>
    public string? Keywords { get; init; }

    /// <summary>Where it is; null for what has no place of its own.</summary>
    public LonLat? Position { get; init; }

    /// <summary>Its extent; null for a point.</summary>
    public Bounds? Extent { get; init; }

    /// <summary>What of its kind needs it to be shown well: the type of an incident, the kind of a facility.</summary>
    public string? Code { get; init; }

    /// <summary>True for what is wanted more often than its like, such as an incident that is still open.</summary>
    public bool Favoured { get; init; }
}
