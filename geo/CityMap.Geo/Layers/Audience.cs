namespace CityMap.Geo.Layers;

/// <summary>The areas a caller may see. Part of every filter, cache key and ETag.</summary>
/// <param name="Areas">District codes; null means every area.</param>
public sealed record Audience(IReadOnlySet<string>? Areas)
{
    /// <summary>May see everything.</summary>
    public static Audience Everyone { get; } = new((IReadOnlySet<string>?)null);

    /// <summary>True when nothing is hidden.</summary>
    public bool SeesAll => Areas is null;

    /// <summary>A short stable key for caches and ETags.</summary>
    public string Key => Areas is null ? "all" : string.Join(',', Areas.Order(StringComparer.Ordinal));

    /// <summary>True when something in that district may be seen; what lies outside every district is seen only by those who see all.</summary>
    public bool Sees(string? district) => Areas is null || (district is not null && Areas.Contains(district));
}
