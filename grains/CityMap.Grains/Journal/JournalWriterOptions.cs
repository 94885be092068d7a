namespace CityMap.Grains.Journal;

/// <summary>How much the node's journal writer takes at once.</summary>
public sealed class JournalWriterOptions
{
    /// <summary>How many appends may wait; one more is turned away at once, so that callers are told instead of kept waiting.</summary>
    public int QueueLength { get; set; } = 16_384;

    /// <summary>How many appends share one transaction at most.</summary>
    public int BatchSize { get; set; } = 512;
}
