using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;
using Microsoft.Extensions.Options;

namespace CityMap.Server.Api.Incidents;

/// <summary>What is known of one incident, read from its own entries: as it is, as it was, and everything that happened.</summary>
internal sealed class IncidentFile(IStore store, IOptions<DeadlineOptions> deadlines, TimeProvider time)
{
    /// <summary>One incident, now or as of a moment.</summary>
    /// <exception cref="Problems.ProblemException">There is none, or there was none yet.</exception>
    public async Task<IncidentDetail> FindAsync(Guid id, DateTimeOffset? asOf, Audience audience, CancellationToken cancellationToken)
    {
        var incident = await IncidentArchive.FindAsync(store.Journal, id, asOf, cancellationToken);
        return incident is not null && audience.Sees(incident.District?.Id)
            ? Show(incident, asOf)
            : throw IncidentIds.NotFound(id.ToString());
    }

    /// <summary>Shows a snapshot as it is now.</summary>
    public IncidentDetail Show(IncidentSnapshot incident, DateTimeOffset? asOf = null) =>
        IncidentViews.Detail(incident, asOf ?? time.GetUtcNow(), deadlines.Value);

    /// <summary>Everything that happened to it.</summary>
    /// <exception cref="Problems.ProblemException">There is none.</exception>
    public async Task<History> HistoryAsync(Guid id, Audience audience, CancellationToken cancellationToken)
    {
        if (!audience.SeesAll) await FindAsync(id, null, audience, cancellationToken);
        var items = new List<HistoryEntry>();
        await foreach (var entry in store.Journal.ReadStreamAsync(IncidentArchive.Stream(id), 0, cancellationToken)) items.Add(HistoryEntry.Of(entry));
        return items.Count > 0 ? new History(items) : throw IncidentIds.NotFound(id.ToString());
    }
}
