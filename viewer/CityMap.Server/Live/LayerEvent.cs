using CityMap.Geo.Journal;
using CityMap.Server.Ogc.Editing;

namespace CityMap.Server.Live;

/// <summary>A layer was imported or a feature of it edited, so its tiles have changed, or it was described anew. Concerns everybody.</summary>
internal sealed class LayerEvent(JournalEntry entry) : FeedEvent
{
    /// <summary>The kind of entry that says it was imported.</summary>
    public const string Kind = "layer.imported";

    /// <summary>The kind of entry that says it was described.</summary>
    public const string Described = "layer.described";

    /// <summary>True for entries that say that what a static layer holds has changed.</summary>
    public static bool Changes(string kind) => kind == Kind || EditEntries.Are(kind);

    /// <summary>True for entries everybody is told of as this event.</summary>
    public static bool Tells(string kind) => kind == Described || Changes(kind);

    private readonly byte[] _frame = FeedFrames.Layer(entry);

    /// <inheritdoc/>
    public override int Weight => 200 + _frame.Length;

    /// <inheritdoc/>
    public override FeedVerdict Judge(FeedFilter filter) => FeedVerdict.Tell;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Frame(FeedVerdict verdict) => _frame;
}
