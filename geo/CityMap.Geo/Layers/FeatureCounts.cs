namespace CityMap.Geo.Layers;

/// <summary>How many features share each combination of values.</summary>
/// <param name="Rows">One row per combination that occurs; values in the order of the fields asked for.</param>
/// <param name="Sequence">The journal sequence number these counts are true at.</param>
public sealed record FeatureCounts(IReadOnlyList<FeatureCount> Rows, long Sequence);

/// <summary>One combination of values and how often it occurs.</summary>
public sealed record FeatureCount(IReadOnlyList<object?> Values, long Count);
