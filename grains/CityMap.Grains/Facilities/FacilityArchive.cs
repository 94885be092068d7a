using CityMap.Geo.Journal;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Incidents;

namespace CityMap.Grains.Facilities;

/// <summary>Facilities as their own entries tell them, now or as of a moment.</summary>
public static class FacilityArchive
{
    /// <summary>The stream of a facility; also the source of its readings.</summary>
    public static string Stream(string id) => FacilityEntries.Stream(id);

    /// <summary>One facility from what had happened by a moment (time of occurrence); null when there is none, or was none yet.</summary>
    /// <param name="journal">Where its entries are.</param>
    /// <param name="id">Its id.</param>
    /// <param name="asOf">The moment; null is now.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    public static async Task<FacilitySnapshot?> FindAsync(IJournal journal, string id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        FacilitySnapshot? state = null;
        await foreach (var entry in journal.ReadStreamAsync(FacilityEntries.Stream(id), 0, cancellationToken))
        {
            if (entry.OccurredAt > asOf) break;
            state = Facility.Apply(id, state, FacilityEntries.Read(entry), IncidentEntries.Stamp(entry));
        }

        return state;
    }
}
