using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;

namespace CityMap.Grains.Districts;

/// <summary>
/// Counts the districts from the store. Three reads see three moments: the later two are made to agree by carrying the earlier
/// forward, which is safe because putting an open incident in twice changes nothing.
/// </summary>
internal sealed class DistrictBookLoader(IStore store)
{
    private readonly IJournal _journal = store.Journal;
    private readonly IFeatureStore _features = store.Features;

    /// <summary>Fills the book.</summary>
    /// <returns>The sequence number its figures are true at.</returns>
    public async Task<long> LoadAsync(DistrictBook book, CancellationToken cancellationToken)
    {
        var troubled = new Dictionary<string, string?>(StringComparer.Ordinal);
        long facilitiesAt = 0;
        await foreach (var facility in _features.StreamAsync(Where(FacilityLayer.Id, "in_trouble", true), at => facilitiesAt = at, cancellationToken))
        {
            DistrictBook.Note(troubled, facility.Id, facility);
        }

        var incidents = new CountedIncidents();
        long openAt = 0;
        await foreach (var incident in _features.StreamAsync(Where(IncidentLayer.Id, "open", true), at => openAt = at, cancellationToken))
        {
            incidents.Put(Guid.Parse(incident.Id), incident);
        }

        var done = await _features.CountAsync(
            new FeatureQuery(IncidentLayer.Id) { Where = [Is("open", false), Is("exercise", false)] }, ["district", "state"], cancellationToken);
        foreach (var row in done.Rows)
        {
            incidents.PutDone(row.Values[0] as string, IncidentStates.Find(row.Values[1] as string)!.Value, row.Count);
        }

        foreach (var change in await _journal.ReadChangesAsync(FacilityLayer.Id, facilitiesAt, done.Sequence, cancellationToken))
        {
            DistrictBook.Note(troubled, change.Change.Id, change.Change.After);
        }

        foreach (var change in await _journal.ReadChangesAsync(IncidentLayer.Id, openAt, done.Sequence, cancellationToken))
        {
            if (change.Change.After is { } incident) incidents.Put(Guid.Parse(incident.Id), incident);
        }

        book.Begin(incidents, troubled, done.Sequence);
        return done.Sequence;
    }

    private static FeatureQuery Where(string layer, string field, bool value) => new(layer) { Where = [Is(field, value)] };

    private static FieldTest Is(string field, bool value) => new(field, Comparison.In, [value]);
}
