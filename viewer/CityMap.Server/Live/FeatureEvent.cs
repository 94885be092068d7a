using CityMap.Geo.Layers;

namespace CityMap.Server.Live;

/// <summary>
/// A feature changed. Its state before decides who is told that it has gone; where that state is unknown (the node is still
/// loading, or the change was read back from the journal), everybody whose filter it fails is told: a superfluous <c>gone</c> is harmless.
/// </summary>
internal sealed class FeatureEvent(FeedShapes shapes, long sequence, string layer, string id, FeatureState before, Feature? after) : FeedEvent
{
    private byte[]? _tell;
    private byte[]? _gone;

    /// <inheritdoc/>
    public override int Weight { get; } = 600 + (2 * FeedShapes.Weigh(after));

    /// <inheritdoc/>
    public override FeedVerdict Judge(FeedFilter filter)
    {
        if (!filter.Wants(layer)) return FeedVerdict.Nothing;
        if (after is not null && filter.Matches(layer, after)) return FeedVerdict.Tell;
        if (!before.Known) return FeedVerdict.Gone;
        return before.Feature is { } was && filter.Matches(layer, was) ? FeedVerdict.Gone : FeedVerdict.Nothing;
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Frame(FeedVerdict verdict) => verdict == FeedVerdict.Tell
        ? _tell ??= FeedFrames.Feature(shapes, sequence, layer, after!)
        : _gone ??= FeedFrames.Gone(sequence, layer, id);
}
