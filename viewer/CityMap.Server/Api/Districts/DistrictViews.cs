using CityMap.Geo.Areas;
using CityMap.Grains.Contracts.Districts;

namespace CityMap.Server.Api.Districts;

/// <summary>Shows districts.</summary>
internal static class DistrictViews
{
    /// <summary>A district in the list.</summary>
    public static DistrictView Item(Area area, DistrictCounts counts) => new(
        area.Id, area.Code, area.NameVi, area.NameEn, area.Kind, area.Edition, Bounds(area),
        Counts(counts), Oldest(counts), counts.FacilitiesInTrouble);

    /// <summary>A district by itself.</summary>
    public static DistrictDetail Detail(Area area, DistrictCounts counts, DistrictWatch? watch) => new(
        area.Id, area.Code, area.NameVi, area.NameEn, area.Kind, area.Edition, Bounds(area),
        Counts(counts), Oldest(counts), counts.FacilitiesInTrouble)
    {
        Sequence = counts.Sequence,
        ValidFrom = area.ValidFrom,
        ValidTo = area.ValidTo,
        Watch = watch is null ? null : Watch(watch),
    };

    /// <summary>Its thresholds.</summary>
    public static WatchView Watch(DistrictWatch watch) => new(
        watch.Version,
        [.. watch.Thresholds.Select(Threshold)],
        [.. watch.Notices.Select(notice => new NoticeView(Threshold(notice.Threshold), notice.Count, notice.At.UtcDateTime, notice.Sequence))]);

    /// <summary>What has changed.</summary>
    public static ChangesView Changes(DistrictChanges changes) => new(
        changes.AreaId, changes.Since.UtcDateTime, changes.Sequence, changes.OpenThen, changes.OpenNow, changes.Reported, changes.Resolved, changes.Touched,
        [.. changes.Items.Select(i => new ChangedView(i.Id.ToString(), i.Title, i.Type, i.Severity, i.State, i.StateThen, i.UpdatedAt.UtcDateTime))]);

    private static ThresholdView Threshold(DistrictThreshold threshold) =>
        new(threshold.Type, threshold.MinSeverity, threshold.Count, (int)threshold.Window.TotalMinutes);

    private static CountsView Counts(DistrictCounts counts) => new(
        counts.Open,
        counts.Overdue,
        counts.Unacknowledged,
        counts.ByState,
        counts.ByType,
        counts.BySeverity.ToDictionary(pair => pair.Key.ToString(Texts.Plain), pair => pair.Value, StringComparer.Ordinal));

    private static OldestOpenView? Oldest(DistrictCounts counts) =>
        counts.Oldest is { } oldest ? new(oldest.Id.ToString(), oldest.RecordedAt.UtcDateTime) : null;

    private static double[] Bounds(Area area)
    {
        var box = area.Shape.EnvelopeInternal;
        return [Math.Round(box.MinX, 7), Math.Round(box.MinY, 7), Math.Round(box.MaxX, 7), Math.Round(box.MaxY, 7)];
    }
}
