namespace CityMap.Geo.Layers;

/// <summary>A layer of the map as the catalogue describes it. Geometry is WGS 84, longitude first.</summary>
/// <param name="Id">Its key in storage, API and tiles: <c>[a-z][a-z0-9_]*</c>, at most 48 characters.</param>
/// <param name="Title">What people read.</param>
/// <param name="Geometry">What shapes it holds.</param>
/// <param name="Fields">Its attributes, in order. The feature's id is not among them.</param>
public sealed record LayerInfo(string Id, LocalText Title, GeometryKind Geometry, IReadOnlyList<FieldInfo> Fields)
{
    /// <summary>True for a layer whose features change entry by entry (incidents, facilities); such a layer is kept in memory and in the feed.</summary>
    public bool Live { get; init; }

    /// <summary>Which group of the layer panel it belongs to, for example <c>base</c>, <c>network</c>, <c>live</c>.</summary>
    public string Group { get; init; } = "other";

    /// <summary>Order within the map, bottom first.</summary>
    public int Order { get; init; }

    /// <summary>Lowest zoom at which tiles hold its features.</summary>
    public int MinZoom { get; init; }

    /// <summary>Highest zoom of its tiles; beyond it the last one is over-zoomed.</summary>
    public int MaxZoom { get; init; } = 16;

    /// <summary>Who answers for the data; null when nobody has been named.</summary>
    public string? Owner { get; init; }

    /// <summary>Where the data comes from; null when unknown.</summary>
    public string? Source { get; init; }

    /// <summary>How often it is renewed, ISO 8601 duration; null when nobody promised any.</summary>
    public string? Cadence { get; init; }

    /// <summary>True for generated data, shown as "dữ liệu minh hoạ".</summary>
    public bool Illustrative { get; init; }

    /// <summary>What a planner has said about it; null when nobody has. It outweighs what an import says.</summary>
    public LayerCard? Card { get; init; }

    /// <summary>True when features of this static layer were edited one by one: these have a past. Set by the store.</summary>
    public bool Edited { get; init; }

    /// <summary>Rises by one with every visible change of a static layer; part of tile ETags. Set by the store.</summary>
    public long Version { get; init; }

    /// <summary>How many features are current. Set by the store.</summary>
    public long Count { get; init; }

    /// <summary>When its data last changed; null when it never held any. Set by the store.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
