using CityMap.Grains.Contracts;

namespace CityMap.Grains.Handovers;

/// <summary>What became of something to be written into the hand-over log.</summary>
public abstract record ShiftReply
{
    private ShiftReply() { }

    /// <summary>Durable.</summary>
    /// <param name="Item">The line, or the one that was written under the same key before.</param>
    public sealed record Accepted(ShiftItem Item) : ShiftReply;

    /// <summary>Nothing was stored.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Refused(Refusal Why) : ShiftReply;

    /// <summary>Somebody wrote into the log after the caller looked; nothing was stored.</summary>
    /// <param name="Version">How many lines the log has by now.</param>
    public sealed record Conflict(long Version) : ShiftReply;
}
