using CityMap.Geo.Layers;
using CityMap.Geo.Searching;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;
using CityMap.Server.Live;

namespace CityMap.Server.Search;

/// <summary>Everything of the city that can be found by words, in this node's memory. Kept up by <see cref="SearchFeeder"/>.</summary>
internal sealed class SearchBook(LiveLayers layers, SearchEntries entries)
{
    private volatile Ground? _ground;

    /// <summary>The live indexes by layer; null while they are being built.</summary>
    public SearchIndex? Incidents { get; set; }

    /// <summary>The facilities; null while they are being built.</summary>
    public SearchIndex? Facilities { get; set; }

    /// <summary>True when every kind has been read.</summary>
    public bool Complete => _ground is not null && Incidents is not null && Facilities is not null;

    /// <summary>Replaces what is known of the static layers.</summary>
    public void Put(IReadOnlyDictionary<SearchKind, IReadOnlyList<SearchEntry>> found) => _ground = new(
        found.ToDictionary(kind => kind.Key, kind => SearchIndex.Build(kind.Value)),
        found.ToDictionary(kind => kind.Key, kind => kind.Value.ToDictionary(entry => entry.Id, StringComparer.Ordinal)));

    /// <summary>The best of every kind, the kind with the best match first.</summary>
    public IReadOnlyList<SearchGroup> Find(SearchQuery query, int limit, Audience audience)
    {
        var found = new List<SearchGroup>();
        foreach (var (kind, index) in _ground?.Indexes ?? [])
        {
            // Only areas may be hidden from somebody: what else stands still is the map everybody sees.
            var known = _ground!.Entries[kind];
            Add(kind, index, id => kind == SearchKind.Area && !audience.Sees(id) ? null : known.GetValueOrDefault(id));
        }

        Add(SearchKind.Facility, Facilities, Live(FacilityLayer.Id, entries.Facility));
        Add(SearchKind.Incident, Incidents, Live(IncidentLayer.Id, entries.Incident));
        return SearchGroups.Choose(Once(found), limit);

        void Add(SearchKind kind, SearchIndex? index, Func<string, SearchEntry?> read)
        {
            if (index is null) return;
            var (matched, hits) = index.Find(query, limit, read);
            found.Add(new(kind, audience.SeesAll ? matched : hits.Count, hits));
        }

        Func<string, SearchEntry?> Live(string layer, Func<Feature, SearchEntry> show)
        {
            var snapshot = layers.Find(layer);
            return id => snapshot?.Find(id) is { } feature && audience.Sees(feature["district"] as string) ? show(feature) : null;
        }
    }

    // A building of the base map and the facility in it are one thing to whoever looks for it.
    private static IEnumerable<SearchGroup> Once(IReadOnlyList<SearchGroup> found)
    {
        var facilities = found.Where(group => group.Kind == SearchKind.Facility).SelectMany(group => group.Hits).Select(hit => hit.Entry.Name).ToHashSet(StringComparer.Ordinal);
        return found.Select(group =>
        {
            if (group.Kind != SearchKind.Place) return group;
            List<SearchHit> hits = [.. group.Hits.Where(hit => !facilities.Contains(hit.Entry.Name))];
            return group with { Matched = group.Matched - group.Hits.Count + hits.Count, Hits = hits };
        });
    }

    private sealed record Ground(
        Dictionary<SearchKind, SearchIndex> Indexes, Dictionary<SearchKind, Dictionary<string, SearchEntry>> Entries);
}
