namespace CityMap.Geo.Layers;

/// <summary>One page of an answer.</summary>
/// <param name="Features">The features, in the order asked for.</param>
/// <param name="NumberMatched">Exactly how many match the whole query.</param>
/// <param name="Next">Token for the next page; null when this is the last.</param>
/// <param name="Sequence">The journal sequence number this answer is true at.</param>
public sealed record FeaturePage(IReadOnlyList<Feature> Features, long NumberMatched, string? Next, long Sequence);
