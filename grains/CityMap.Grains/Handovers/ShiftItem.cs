namespace CityMap.Grains.Handovers;

/// <summary>One line of the hand-over log: a hand-over, or a note for those who come after.</summary>
/// <param name="Version">Position in the log, from 1.</param>
/// <param name="Sequence">Position in the whole journal.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who wrote it; with a hand-over, who handed over.</param>
public sealed record ShiftItem(long Version, long Sequence, DateTimeOffset At, string By)
{
    /// <summary>Who took over; null for a note.</summary>
    public string? To { get; init; }

    /// <summary>What was noted; null when a watch was handed over without a word.</summary>
    public string? Text { get; init; }

    /// <summary>What was left; null for a note.</summary>
    public ShiftFigures? Figures { get; init; }

    /// <summary>True for a hand-over.</summary>
    public bool IsHandover => To is not null;
}
