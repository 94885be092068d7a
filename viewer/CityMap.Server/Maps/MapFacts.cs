using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Districts;
using CityMap.Server.Api.Incidents;
using CityMap.Viewer.Paper;
using CityMap.Viewer.Sheets;

namespace CityMap.Server.Maps;

/// <summary>The figures of a district and the facts of an incident, as rows beside a map.</summary>
internal sealed class MapFacts(DistrictReader districts, IncidentFile incidents)
{
    private const int MostEntries = 14;

    /// <summary>What there is to do in a district.</summary>
    public async Task<IReadOnlyList<PageBlock>> OfDistrictAsync(Area area, MapOrder order, CancellationToken cancellationToken)
    {
        var page = await districts.AllAsync(order.AsOf, order.Audience, cancellationToken);
        if (page.Items.FirstOrDefault(d => d.Id == area.Id) is not { } view) return [];
        var counts = view.Counts;
        var severities = Enumerable.Range(1, 5).Reverse().Select(s => (Severity: s, Count: counts.BySeverity.GetValueOrDefault(s.ToString(Api.Texts.Plain))));
        return
        [
            new(order.Say("Sự cố đang mở", "Open incidents"),
            [
                Figure(order.Say("Đang mở", "Open"), counts.Open),
                Figure(order.Say("Quá hạn", "Overdue"), counts.Overdue),
                Figure(order.Say("Chưa xác nhận", "Unacknowledged"), counts.Unacknowledged),
                .. severities.Where(s => s.Count > 0).Select(s => Figure(order.Say($"Mức {s.Severity}", $"Severity {s.Severity}"), s.Count)),
                Figure(order.Say("Công trình gặp trục trặc", "Facilities in trouble"), view.FacilitiesInTrouble),
            ]),
            new(order.Say("Theo loại", "By type"),
            [
                .. counts.ByType.Where(t => t.Value > 0).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(8)
                    .Select(t => Figure(TypeTitle(t.Key, order), t.Value)),
            ]),
        ];
    }

    /// <summary>An incident's title, place, facts and history.</summary>
    public async Task<(string Title, LonLat At, IReadOnlyList<PageBlock> Blocks)> OfIncidentAsync(Guid id, MapOrder order, CancellationToken cancellationToken)
    {
        var incident = await incidents.FindAsync(id, order.AsOf, order.Audience, cancellationToken);
        var at = incident.Position is { } place ? new LonLat(place.Lon, place.Lat) : throw IncidentIds.NotFound(id.ToString());
        if (!order.Legend) return (incident.Title, at, []);
        var history = await incidents.HistoryAsync(id, order.Audience, cancellationToken);
        var entries = history.Items.Where(e => order.AsOf is null || e.OccurredAt <= order.AsOf.Value.UtcDateTime).TakeLast(MostEntries);
        return (incident.Title, at,
        [
            new(order.Say("Phiếu sự cố", "Incident sheet"), [.. Facts(incident, order)]),
            new(order.Say("Diễn biến", "History"),
            [
                .. entries.Select(e => new PageRow($"{MapTexts.Moment(Utc(e.OccurredAt), order.Language)}  {HistoryWords.Of(e.Kind, order.Language)}, {e.Actor}")),
            ]),
        ]);
    }

    private static IEnumerable<PageRow> Facts(IncidentDetail incident, MapOrder order)
    {
        yield return new($"{order.Say("Loại", "Type")}: {TypeTitle(incident.Type, order)}");
        yield return new($"{order.Say("Mức độ", "Severity")}: {incident.Severity}/5");
        yield return new($"{order.Say("Trạng thái", "State")}: {order.Say(IncidentStates.All.First(s => s.State.ToString() == incident.State).Title)}");
        if (incident.District is { } district) yield return new($"{order.Say("Địa bàn", "District")}: {district.Name}");
        if (incident.Address is { } address) yield return new($"{order.Say("Địa chỉ", "Address")}: {address}");
        if (incident.Position is { } at) yield return new(string.Create(Api.Texts.Plain, $"{order.Say("Toạ độ", "Position")}: {at.Lat:0.00000}, {at.Lon:0.00000}"));
        if (incident.Agency is { } agency) yield return new($"{order.Say("Cơ quan", "Agency")}: {agency}");
        if (incident.DueAt is { } due)
        {
            yield return new($"{order.Say("Hạn xử lý", "Deadline")}: {MapTexts.Moment(Utc(due), order.Language)}{(incident.Overdue ? order.Say(" (quá hạn)", " (overdue)") : "")}");
        }

        if (incident.Description is { Length: > 0 } description) yield return new(description.ReplaceLineEndings(" ")) { Muted = true };
    }

    private static PageRow Figure(string name, long count) => new(name) { Value = count.ToString(Api.Texts.Plain) };

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static string TypeTitle(string code, MapOrder order) => IncidentTypes.All.FirstOrDefault(t => t.Code == code) is { } type ? order.Say(type.Title) : code;
}
