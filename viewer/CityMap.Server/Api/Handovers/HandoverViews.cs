using CityMap.Grains.Handovers;

namespace CityMap.Server.Api.Handovers;

/// <summary>A page of the hand-over log, the newest line first.</summary>
/// <param name="Version">How many lines the whole log has: what a hand-over is decided on.</param>
/// <param name="Next">Give it as <c>before</c> for older lines; null when this is the oldest.</param>
/// <param name="Items">The lines.</param>
internal sealed record HandoverPage(long Version, long? Next, IReadOnlyList<HandoverView> Items);

/// <summary>One line of the log.</summary>
/// <param name="Version">Position in the log, from 1.</param>
/// <param name="Sequence">Position in the whole journal.</param>
/// <param name="Kind"><c>handover</c> or <c>note</c>.</param>
/// <param name="At">When.</param>
/// <param name="By">Who wrote it; with a hand-over, who handed over.</param>
/// <param name="To">Who took over; null for a note.</param>
/// <param name="Text">What they were told; null for nothing.</param>
/// <param name="Figures">What was left; null for a note.</param>
internal sealed record HandoverView(
    long Version, long Sequence, string Kind, DateTime At, string By, string? To, string? Text, HandoverFigures? Figures)
{
    /// <summary>Shows a line.</summary>
    public static HandoverView Of(ShiftItem line) => new(
        line.Version, line.Sequence, line.IsHandover ? "handover" : "note", line.At.UtcDateTime, line.By, line.To, line.Text,
        line.Figures is { } figures ? HandoverFigures.Of(figures) : null);
}

/// <summary>What there is to do. Drills are not in it.</summary>
/// <param name="Sequence">The journal sequence number the figures are true at.</param>
/// <param name="Open">Neither closed nor rejected.</param>
/// <param name="Overdue">Of them, past the deadline.</param>
/// <param name="Unacknowledged">Of them, seen by nobody.</param>
/// <param name="BySeverity">Open ones by severity, 1 to 5.</param>
/// <param name="Since">The hand-over before; null when there was none.</param>
/// <param name="Recorded">Recorded since then; null when there was none.</param>
/// <param name="Resolved">Closed or rejected since then; null when there was none.</param>
internal sealed record HandoverFigures(
    long Sequence, long Open, long Overdue, long Unacknowledged, IReadOnlyDictionary<string, long> BySeverity, DateTime? Since, long? Recorded, long? Resolved)
{
    /// <summary>Shows figures.</summary>
    public static HandoverFigures Of(ShiftFigures figures) => new(
        figures.Sequence, figures.Open, figures.Overdue, figures.Unacknowledged, figures.BySeverity, figures.Since?.UtcDateTime, figures.Recorded, figures.Resolved);
}

/// <summary>What a watch that ends now would hand over.</summary>
/// <param name="Version">How many lines the log has.</param>
/// <param name="Last">The last hand-over; null when there was none.</param>
/// <param name="Figures">What there is to do now.</param>
/// <param name="Notes">What was noted since the last hand-over, the oldest first.</param>
internal sealed record HandoverSummary(long Version, HandoverView? Last, HandoverFigures Figures, IReadOnlyList<HandoverView> Notes);
