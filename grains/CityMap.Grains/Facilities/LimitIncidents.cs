using System.Globalization;
using CityMap.Geo.Journal;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;
using Microsoft.Extensions.Logging;

namespace CityMap.Grains.Facilities;

/// <summary>
/// Reports the incidents of crossed limits. The crossing names its incident before that is reported, so that however often this is tried
/// again, there is one.
/// </summary>
internal sealed class LimitIncidents(IncidentIntake intake, IJournal journal, ILogger<LimitIncidents> log)
{
    /// <summary>Makes sure that the incident of a crossing is in the journal.</summary>
    public async Task<bool> EnsureAsync(FacilitySnapshot facility, CrossedLimit crossed, string actor, CancellationToken cancellationToken)
    {
        if (await IsReportedAsync(crossed.Incident, cancellationToken)) return true;
        if (facility.Limits.FirstOrDefault(l => l.Quantity == crossed.Quantity) is not { } limit) return true;
        var report = new ReportIncident(
            limit.IncidentType, Title(facility.Name, crossed), limit.Severity, facility.Position.Lon, facility.Position.Lat)
        {
            Facility = facility.Id,
        };
        var header = new RequestHeader(actor) { OccurredAt = crossed.At };
        if (await intake.ReportAsync(crossed.Incident, report, header, cancellationToken) is IncidentReply.Accepted) return true;
        log.LimitIncidentPending(null, facility.Id, crossed.Quantity);
        return false;
    }

    private async Task<bool> IsReportedAsync(Guid incident, CancellationToken cancellationToken)
    {
        await foreach (var _ in journal.ReadStreamAsync(IncidentEntries.Stream(incident), 0, cancellationToken)) return true;
        return false;
    }

    private static string Title(string name, CrossedLimit crossed)
    {
        var sign = crossed.Value > crossed.Limit ? '>' : '<';
        var title = string.Create(CultureInfo.InvariantCulture, $"{name}: {crossed.Quantity} {crossed.Value:0.###} {sign} {crossed.Limit:0.###}");
        return title.Length <= 200 ? title : title[..200];
    }
}
