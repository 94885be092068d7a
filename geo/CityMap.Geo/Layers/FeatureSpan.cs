namespace CityMap.Geo.Layers;

/// <summary>One version of a feature of a live layer, and how long it stood (times of occurrence).</summary>
/// <param name="Id">The feature's id.</param>
/// <param name="From">From this moment on, UTC.</param>
/// <param name="Until">To this moment, not itself; null when it stands still. Never before <paramref name="From"/>, and never equal to it.</param>
/// <param name="Values">The values of the fields asked for, in their order.</param>
public sealed record FeatureSpan(string Id, DateTimeOffset From, DateTimeOffset? Until, IReadOnlyList<object?> Values);
