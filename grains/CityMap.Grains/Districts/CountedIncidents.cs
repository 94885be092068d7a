using System.Text.Json;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;

namespace CityMap.Grains.Districts;

/// <summary>
/// The open incidents one by one and the others by number, moved from entry to entry: what an incident was before is known from here or from
/// its entries, never guessed. Drills are not in it. Not safe for several threads.
/// </summary>
internal sealed class CountedIncidents
{
    private readonly Dictionary<Guid, OpenIncident> _open = [];
    private readonly Dictionary<(ushort District, IncidentState State), long> _done = [];
    private readonly HashSet<Guid> _begun = [];
    private readonly Dictionary<Guid, IncidentState> _reopened = [];
    private readonly Names _districts = new();
    private readonly Names _types = new();

    /// <summary>True when an incident's past could not be told: everything has to be counted again from the store.</summary>
    public bool InDoubt { get; private set; }

    public IReadOnlyDictionary<Guid, OpenIncident> Open => _open;

    public IEnumerable<(string? District, IncidentState State, long Count)> Done =>
        _done.Select(d => (_districts.NameOf(d.Key.District), d.Key.State, d.Value));

    public string? District(in OpenIncident incident) => _districts.NameOf(incident.District);

    public string Type(in OpenIncident incident) => _types.NameOf(incident.Type)!;

    /// <summary>Number of a district; −1 when no incident ever lay in it.</summary>
    public int FindDistrict(string areaId) => _districts.Find(areaId);

    /// <summary>Takes note of what an entry says about the past of its incident.</summary>
    public void Read(JournalEntry entry)
    {
        if (!IncidentEntries.TryId(entry.Stream, out var id)) return;
        if (entry.Version == 1) _begun.Add(id);
        if (entry.Kind == "incident.reopened" && !_begun.Contains(id) && IncidentEntries.Read(entry) is IncidentReopened e) _reopened.TryAdd(id, e.From);
    }

    /// <summary>Moves an incident from what it was to what it is.</summary>
    public void Read(Guid id, Feature after)
    {
        var begun = _begun.Remove(id);
        var reopened = _reopened.Remove(id, out var from);
        if (after["exercise"] is true) return;
        var now = Describe(after);
        if (!_open.Remove(id) && !begun)
        {
            if (reopened) Add(now.District, from, -1);
            else if (!((IncidentState)now.State).IsOpen()) return;
            else InDoubt = true;
        }

        if (((IncidentState)now.State).IsOpen()) _open[id] = now;
        else Add(now.District, now.State, 1);
    }

    /// <summary>Puts an open incident in while counting begins; what is not open is taken out.</summary>
    public void Put(Guid id, Feature feature)
    {
        if (feature["exercise"] is true) return;
        var now = Describe(feature);
        if (((IncidentState)now.State).IsOpen()) _open[id] = now;
        else _open.Remove(id);
    }

    /// <summary>Puts a number of closed or rejected incidents in while counting begins.</summary>
    public void PutDone(string? district, IncidentState state, long count) => Add(_districts.NumberOf(district), state, count);

    private void Add(ushort district, IncidentState state, long count) => _done[(district, state)] = _done.GetValueOrDefault((district, state)) + count;

    private OpenIncident Describe(Feature feature) => new(
        Time(feature, "recorded_at").UtcTicks,
        Time(feature, "due_at").UtcTicks,
        _districts.NumberOf(feature["district"] as string),
        (byte)_types.NumberOf((string)feature["type"]!),
        (byte)(long)feature["severity"]!,
        IncidentStates.Find((string)feature["state"]!) ?? throw new JsonException($"Feature {feature.Id} has an unknown state."),
        feature["acknowledged"] is true);

    private static DateTimeOffset Time(Feature feature, string field) => (DateTimeOffset)feature[field]!;
}
