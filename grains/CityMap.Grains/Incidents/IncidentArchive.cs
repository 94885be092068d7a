using CityMap.Geo.Journal;
using CityMap.Grains.Contracts.Incidents;

namespace CityMap.Grains.Incidents;

/// <summary>Incidents as their own entries tell them, now or as of a moment.</summary>
public static class IncidentArchive
{
    /// <summary>The stream of an incident.</summary>
    public static string Stream(Guid id) => IncidentEntries.Stream(id);

    /// <summary>One incident from what had happened by a moment (time of occurrence); null when there is none, or was none yet.</summary>
    /// <param name="journal">Where its entries are.</param>
    /// <param name="id">Its id.</param>
    /// <param name="asOf">The moment; null is now.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    public static async Task<IncidentSnapshot?> FindAsync(IJournal journal, Guid id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        IncidentSnapshot? state = null;
        await foreach (var entry in journal.ReadStreamAsync(IncidentEntries.Stream(id), 0, cancellationToken))
        {
            if (entry.OccurredAt > asOf) break;
            state = Incident.Apply(id, state, IncidentEntries.Read(entry), IncidentEntries.Stamp(entry));
        }

        return state;
    }
}
