using System.Text.Json.Serialization;

namespace CityMap.Server.Api.Districts;

/// <summary>A district with what there is to do in it.</summary>
/// <param name="Id">Area id, <c>code@edition</c>.</param>
/// <param name="Code">The area's code within its edition.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Kind">ward, commune, district or pilot.</param>
/// <param name="Edition">The edition of areas it belongs to.</param>
/// <param name="Bounds">west, south, east, north in degrees.</param>
/// <param name="Counts">Its incidents, drills left out.</param>
/// <param name="OldestOpen">The open incident that was recorded first.</param>
/// <param name="FacilitiesInTrouble">How many facilities do not work as they should.</param>
internal record DistrictView(
    string Id,
    string Code,
    string Name,
    string NameEn,
    string Kind,
    string Edition,
    IReadOnlyList<double> Bounds,
    CountsView Counts,
    OldestOpenView? OldestOpen,
    long FacilitiesInTrouble);

/// <summary>How many incidents of a district, and of which.</summary>
internal sealed record CountsView(
    long Open,
    long Overdue,
    long Unacknowledged,
    IReadOnlyDictionary<string, long> ByState,
    IReadOnlyDictionary<string, long> ByType,
    IReadOnlyDictionary<string, long> BySeverity);

/// <summary>The incident that has been open longest.</summary>
internal sealed record OldestOpenView(string Id, DateTime RecordedAt);

/// <summary>Every district, true at one sequence.</summary>
internal sealed record DistrictPage(long Sequence, IReadOnlyList<DistrictView> Items);

/// <summary>One district by itself.</summary>
internal sealed record DistrictDetail(
    string Id,
    string Code,
    string Name,
    string NameEn,
    string Kind,
    string Edition,
    IReadOnlyList<double> Bounds,
    CountsView Counts,
    OldestOpenView? OldestOpen,
    long FacilitiesInTrouble)
    : DistrictView(Id, Code, Name, NameEn, Kind, Edition, Bounds, Counts, OldestOpen, FacilitiesInTrouble)
{
    /// <summary>The journal sequence number the figures are true at.</summary>
    [JsonPropertyOrder(1)]
    public required long Sequence { get; init; }

    /// <summary>From when the area exists.</summary>
    [JsonPropertyOrder(1)]
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Until when; null while it does.</summary>
    [JsonPropertyOrder(1)]
    public DateOnly? ValidTo { get; init; }

    /// <summary>What raises a notice, and the latest notice of each.</summary>
    [JsonPropertyOrder(1)]
    public WatchView? Watch { get; init; }
}

/// <summary>The thresholds of a district.</summary>
internal sealed record WatchView(long Version, IReadOnlyList<ThresholdView> Thresholds, IReadOnlyList<NoticeView> Notices);

/// <summary>From how many on a notice is raised.</summary>
internal sealed record ThresholdView(string? Type, int MinSeverity, int Count, int WindowMinutes);

/// <summary>A threshold was reached.</summary>
internal sealed record NoticeView(ThresholdView Threshold, long Count, DateTime At, long Sequence);

/// <summary>What has changed in a district since a moment.</summary>
internal sealed record ChangesView(
    string Id, DateTime Since, long Sequence, long OpenThen, long OpenNow, long Reported, long Resolved, long Touched, IReadOnlyList<ChangedView> Items);

/// <summary>An incident that was touched since.</summary>
internal sealed record ChangedView(string Id, string Title, string Type, int Severity, string State, string? StateThen, DateTime UpdatedAt);
