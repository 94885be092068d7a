using CityMap.Viewer.Data;
using CityMap.Viewer.Styles;

namespace CityMap.Viewer.Desktop;

/// <summary>An incident as the list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Type">Code of its type.</param>
/// <param name="Severity">1 to 5.</param>
/// <param name="State">Where its handling stands.</param>
/// <param name="Address">Where it is, in words.</param>
/// <param name="DistrictId">Its district; null outside every one.</param>
/// <param name="Acknowledged">Whether a person has seen it.</param>
/// <param name="Due">Its deadline; null without one.</param>
/// <param name="Recorded">When it became known.</param>
public sealed record IncidentRow(
    string Id, string Title, string Type, int Severity, string State, string Address, string? DistrictId, bool Acknowledged, DateTimeOffset? Due, DateTimeOffset Recorded)
{
    /// <summary>Past its deadline at a moment.</summary>
    public bool Overdue(DateTimeOffset now) => Due < now;

    /// <summary>The row of a feature of the layer <c>incidents</c>.</summary>
    internal static IncidentRow Of(MapFeature feature)
    {
        var values = feature.Attributes;
        return new(
            feature.Id, Text("title"), Text("type"), (int)(StyleValue.Number(values.GetValueOrDefault("severity")) ?? 1), Text("state"), Text("address"),
            values.GetValueOrDefault("district") as string, values.GetValueOrDefault("acknowledged") is true, Moment("dueAt"), Moment("recordedAt") ?? default);
        string Text(string name) => values.GetValueOrDefault(name) as string ?? "";
        DateTimeOffset? Moment(string name) => DateTimeOffset.TryParse(values.GetValueOrDefault(name) as string, System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null;
    }
}
