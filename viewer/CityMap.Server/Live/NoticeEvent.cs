using CityMap.Geo.Journal;

namespace CityMap.Server.Live;

/// <summary>A district crossed one of its thresholds.</summary>
internal sealed class NoticeEvent(JournalEntry entry) : FeedEvent
{
    /// <summary>The kind of entry that becomes a notice.</summary>
    public const string Kind = "district.threshold_notice";

    private const string StreamPrefix = "district/";
    private readonly string? _district =
        entry.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal) ? entry.Stream[StreamPrefix.Length..] : null;
    private readonly byte[] _frame = FeedFrames.Notice(entry, StreamPrefix);

    /// <inheritdoc/>
    public override int Weight => 200 + _frame.Length;

    /// <inheritdoc/>
    public override FeedVerdict Judge(FeedFilter filter) =>
        filter.WantsDistrict(_district) ? FeedVerdict.Tell : FeedVerdict.Nothing;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Frame(FeedVerdict verdict) => _frame;
}
