namespace CityMap.Geo.Formats.Archives;

/// <summary>What an archive may hold before anything of it is unpacked.</summary>
public sealed record ArchiveLimits
{
    /// <summary>The most entries.</summary>
    public int MostEntries { get; init; } = 10_000;

    /// <summary>The most bytes of all entries together, unpacked.</summary>
    public long MostBytes { get; init; } = 4L << 30;

    /// <summary>An entry may unpack to so many times its packed size; geodata of real files stays below 50.</summary>
    public int HighestRatio { get; init; } = 200;

    /// <summary>Below this many unpacked bytes no ratio is asked about: a short file of one letter packs very well.</summary>
    public long RatioFrom { get; init; } = 4L << 20;
}
