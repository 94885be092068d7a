namespace CityMap.Server.Live;

/// <summary>One event of the feed: it knows whom it concerns, and its bytes are made once for everybody.</summary>
internal abstract class FeedEvent
{
    /// <summary>Roughly how much memory it holds.</summary>
    public abstract int Weight { get; }

    /// <summary>What a client with this filter is told.</summary>
    public abstract FeedVerdict Judge(FeedFilter filter);

    /// <summary>The frame for a verdict other than <see cref="FeedVerdict.Nothing"/>, without its <c>id:</c> line, with the empty line at the end.</summary>
    public abstract ReadOnlyMemory<byte> Frame(FeedVerdict verdict);
}
