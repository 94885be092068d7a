namespace CityMap.Grains.Handovers;

/// <summary>What there is to do at the end of a watch. Drills are not in it.</summary>
/// <param name="Sequence">The journal sequence number the figures are true at.</param>
/// <param name="Open">Incidents neither closed nor rejected.</param>
/// <param name="Overdue">Of them, past the deadline.</param>
/// <param name="Unacknowledged">Of them, seen by nobody.</param>
/// <param name="BySeverity">Open ones by severity, <c>1</c> to <c>5</c>; all five are there.</param>
public sealed record ShiftFigures(long Sequence, long Open, long Overdue, long Unacknowledged, IReadOnlyDictionary<string, long> BySeverity)
{
    /// <summary>When the watch began: the hand-over before, UTC; null when there was none.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Incidents recorded since then, whatever became of them; null when there was no hand-over before.</summary>
    public long? Recorded { get; init; }

    /// <summary>Incidents closed or rejected since then that still are; null when there was no hand-over before.</summary>
    public long? Resolved { get; init; }
}
