using System.Buffers;

namespace CityMap.Server.Live;

/// <summary>One commit in the feed: all its events share one position.</summary>
internal sealed class FeedItem(string epoch, long sequence, IReadOnlyList<FeedEvent> events)
{
    private byte[]? _idLine;

    /// <summary>The commit's sequence number.</summary>
    public long Sequence => sequence;

    /// <summary>Roughly how much memory it holds.</summary>
    public int Weight { get; } = 100 + events.Sum(e => e.Weight);

    /// <summary>
    /// Writes what a filter lets through. The id stands on the last of the commit's events only: a client cut off between two of them
    /// then resumes before the commit, not in the middle of it.
    /// </summary>
    public void WriteTo(IBufferWriter<byte> output, FeedFilter filter)
    {
        FeedEvent? held = null;
        var heldVerdict = FeedVerdict.Nothing;
        foreach (var e in events)
        {
            var verdict = e.Judge(filter);
            if (verdict == FeedVerdict.Nothing) continue;
            if (held is not null) output.Write(held.Frame(heldVerdict).Span);
            (held, heldVerdict) = (e, verdict);
        }

        if (held is null) return;
        output.Write(_idLine ??= FeedFrames.IdLine(epoch, sequence));
        output.Write(held.Frame(heldVerdict).Span);
    }
}
