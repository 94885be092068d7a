using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Contracts.Incidents;

namespace CityMap.Grains.Districts;

/// <summary>The figures of one district while they are being added up.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, long> _byType = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _byState = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, long> _bySeverity = [];
    private long _open;
    private long _overdue;
    private long _unacknowledged;
    private (Guid Id, long RecordedAt)? _oldest;

    /// <summary>Facilities that do not work as they should.</summary>
    public long FacilitiesInTrouble { get; set; }

    /// <summary>Adds an open incident.</summary>
    public void Add(Guid id, in OpenIncident incident, string type, long nowTicks)
    {
        _open++;
        if (incident.DueAt < nowTicks) _overdue++;
        if (!incident.Acknowledged) _unacknowledged++;
        Add(_byType, type, 1);
        Add(_bySeverity, incident.Severity, 1);
        Add(_byState, ((IncidentState)incident.State).Code(), 1);
        if (_oldest is not { } oldest || (incident.RecordedAt, id).CompareTo((oldest.RecordedAt, oldest.Id)) < 0) _oldest = (id, incident.RecordedAt);
    }

    /// <summary>Adds incidents that are closed or rejected.</summary>
    public void AddDone(IncidentState state, long count)
    {
        if (count > 0) Add(_byState, state.Code(), count);
    }

    /// <summary>The figures, true at a sequence number.</summary>
    public DistrictCounts ToCounts(string areaId, long sequence) => new(areaId, sequence)
    {
        Open = _open,
        Overdue = _overdue,
        Unacknowledged = _unacknowledged,
        ByType = new Dictionary<string, long>(_byType),
        ByState = new Dictionary<string, long>(_byState),
        BySeverity = new Dictionary<int, long>(_bySeverity),
        Oldest = _oldest is { } oldest ? new OldestOpen(oldest.Id, new DateTimeOffset(oldest.RecordedAt, TimeSpan.Zero)) : null,
        FacilitiesInTrouble = FacilitiesInTrouble,
    };

    private static void Add<T>(SortedDictionary<T, long> counts, T key, long count)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + count;
}
