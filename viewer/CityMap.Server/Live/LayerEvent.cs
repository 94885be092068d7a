using CityMap.Geo.Journal;

namespace CityMap.Server.Live;

/// <summary>A layer was imported, so its tiles have changed, or described anew. Concerns everybody.</summary>
internal sealed class LayerEvent(JournalEntry entry) : FeedEvent
{
    /// <summary>The kind of entry that says it was imported.</summary>
    public const string Kind = "layer.imported";

    /// <summary>The kind of entry that says it was described.</summary>
    public const string Described = "layer.described";

    private readonly byte[] _frame = FeedFrames.Layer(entry);

    /// <inheritdoc/>
    public override int Weight => 200 + _frame.Length;

    /// <inheritdoc/>
    public override FeedVerdict Judge(FeedFilter filter) => FeedVerdict.Tell;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Frame(FeedVerdict verdict) => _frame;
}
