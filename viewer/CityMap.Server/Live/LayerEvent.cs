using CityMap.Geo.Journal;

namespace CityMap.Server.Live;

/// <summary>A static layer was imported: its tiles have changed. Concerns everybody.</summary>
internal sealed class LayerEvent(JournalEntry entry) : FeedEvent
{
    /// <summary>The kind of entry that says so.</summary>
    public const string Kind = "layer.imported";

    private readonly byte[] _frame = FeedFrames.Layer(entry);

    /// <inheritdoc/>
    public override int Weight => 200 + _frame.Length;

    /// <inheritdoc/>
    public override FeedVerdict Judge(FeedFilter filter) => FeedVerdict.Tell;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Frame(FeedVerdict verdict) => _frame;
}
