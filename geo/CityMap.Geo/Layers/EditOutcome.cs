namespace CityMap.Geo.Layers;

/// <summary>What became of a <see cref="FeatureEdit"/>.</summary>
public abstract record EditOutcome
{
    private EditOutcome() { }

    /// <summary>Durable.</summary>
    /// <param name="Sequence">The number of its entry in the journal.</param>
    public sealed record Committed(long Sequence) : EditOutcome;

    /// <summary>The feature is no longer as expected: nothing was stored.</summary>
    /// <param name="Actual">How it is; null when there is none.</param>
    public sealed record Stale(Feature? Actual) : EditOutcome;

    /// <summary>This key was used before with the same body: nothing new was stored.</summary>
    /// <param name="Answer">What was answered the first time.</param>
    public sealed record Repeated(string? Answer) : EditOutcome;

    /// <summary>This key was used before with another body: nothing was stored.</summary>
    public sealed record KeyReused : EditOutcome;

    /// <summary>Something is being imported into the layer: nothing was stored, and afterwards the feature may be another.</summary>
    public sealed record ImportUnderWay : EditOutcome;
}
