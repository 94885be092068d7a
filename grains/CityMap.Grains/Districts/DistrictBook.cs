using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;

namespace CityMap.Grains.Districts;

/// <summary>
/// The live figures of every district on this node: counted by the store at one sequence number, then carried forward entry by entry. Two
/// nodes at the same sequence number have the same figures, whatever died in between.
/// </summary>
internal sealed class DistrictBook : IJournalObserver
{
    private readonly Lock _lock = new();
    private CountedIncidents _incidents = new();
    private Dictionary<string, string?> _troubled = new(StringComparer.Ordinal);
    private long _sequence;

    /// <summary>The sequence number the figures are true at.</summary>
    public long Sequence
    {
        get { lock (_lock) return _sequence; }
    }

    /// <inheritdoc/>
    public bool HasLostTheThread
    {
        get { lock (_lock) return _incidents.InDoubt; }
    }

    /// <summary>Takes over figures that were counted at a sequence number.</summary>
    public void Begin(CountedIncidents incidents, Dictionary<string, string?> troubled, long sequence)
    {
        lock (_lock) (_incidents, _troubled, _sequence) = (incidents, troubled, sequence);
    }

    /// <inheritdoc/>
    public void Read(Followed stretch)
    {
        lock (_lock)
        {
            if (stretch.Through <= _sequence) return;
            var next = 0;
            foreach (var entry in stretch.Entries)
            {
                // Entry, change, entry, change: what an entry says of the past is about the change that comes with it, not a later one.
                _incidents.Read(entry);
                for (; next < stretch.Changes.Count && stretch.Changes[next].Sequence <= entry.Sequence; next++) Read(stretch.Changes[next].Change);
            }

            _sequence = stretch.Through;
        }
    }

    private void Read(FeatureChange change)
    {
        if (change.Layer == IncidentLayer.Id && change.After is { } incident) _incidents.Read(Guid.Parse(change.Id), incident);
        else if (change.Layer == FacilityLayer.Id) Note(_troubled, change.Id, change.After);
    }

    /// <summary>Remembers a facility in trouble, or forgets one that is not.</summary>
    public static void Note(Dictionary<string, string?> troubled, string id, Feature? facility)
    {
        if (facility?["in_trouble"] is true) troubled[id] = facility["district"] as string;
        else troubled.Remove(id);
    }

    /// <summary>The figures of every district that has any; what lies outside all districts stands under the empty id.</summary>
    public (Dictionary<string, DistrictCounts> Counts, long Sequence) Counts(DateTimeOffset now)
    {
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var (id, incident) in _incidents.Open)
            {
                Of(_incidents.District(incident)).Add(id, incident, _incidents.Type(incident), now.UtcTicks);
            }

            foreach (var (district, state, count) in _incidents.Done) Of(district).AddDone(state, count);
            foreach (var district in _troubled.Values) Of(district).FacilitiesInTrouble++;
            return (tallies.ToDictionary(t => t.Key, t => t.Value.ToCounts(t.Key, _sequence)), _sequence);
        }

        Tally Of(string? district)
        {
            if (!tallies.TryGetValue(district ?? "", out var tally)) tallies[district ?? ""] = tally = new Tally();
            return tally;
        }
    }

    /// <summary>How many open incidents of a district a threshold is about.</summary>
    public long CountFor(string areaId, DistrictThreshold threshold, DateTimeOffset now)
    {
        var since = (now - threshold.Window).UtcTicks;
        lock (_lock)
        {
            var district = _incidents.FindDistrict(areaId);
            return district < 0 ? 0 : _incidents.Open.Values.LongCount(i =>
                i.District == district && i.RecordedAt >= since && i.Severity >= threshold.MinSeverity
                && (threshold.Type is null || _incidents.Type(i) == threshold.Type));
        }
    }
}
