using CityMap.Geo.Layers;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;

namespace CityMap.Grains.Districts.Trends;

/// <summary>
/// When incidents became open in each district and when they ceased to be: read from the history once it is asked for, then carried forward
/// entry by entry. Until somebody asks it holds nothing.
/// </summary>
internal sealed class TrendBook : IJournalObserver
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DistrictMoves> _moves = new(StringComparer.Ordinal);
    private Dictionary<Guid, string> _open = [];
    private List<Followed>? _waiting;
    private long _sequence = -1;

    /// <summary>The sequence number the moves are true at; −1 while there are none.</summary>
    public long Sequence
    {
        get { lock (_lock) return _sequence; }
    }

    /// <summary>From now on what is followed is kept, for a reading of the history that is about to begin.</summary>
    public void Prepare()
    {
        lock (_lock) (_waiting, _sequence) = ([], -1);
    }

    /// <summary>The reading came to nothing: nothing is kept any more.</summary>
    public void Abandon()
    {
        lock (_lock) (_waiting, _sequence) = (null, -1);
    }

    /// <summary>Takes over what the history says up to a sequence number, and what was followed since.</summary>
    public void Begin(OpenStays stays, long sequence)
    {
        lock (_lock)
        {
            _moves.Clear();
            foreach (var (areaId, moves) in stays.Moves) _moves[areaId] = DistrictMoves.Of(moves);
            (_open, _sequence) = (stays.Open, sequence);
            var waiting = _waiting ?? [];
            _waiting = null;
            foreach (var stretch in waiting) Follow(stretch);
        }
    }

    /// <inheritdoc/>
    public void Read(Followed stretch)
    {
        lock (_lock)
        {
            if (_waiting is not null) _waiting.Add(stretch);
            else Follow(stretch);
        }
    }

    /// <summary>The trend of some districts over rising moments (UTC ticks), true at the sequence number given with it.</summary>
    public (IReadOnlyList<DistrictTrend> Trends, long Sequence) Over(IEnumerable<string> areaIds, long[] moments)
    {
        lock (_lock)
        {
            return ([.. areaIds.Select(id => (_moves.GetValueOrDefault(id) ?? new()).Over(id, moments))], _sequence);
        }
    }

    private void Follow(Followed stretch)
    {
        if (_sequence < 0 || stretch.Through <= _sequence) return;
        if (stretch.Entries[0].Sequence > _sequence + 1)
        {
            // The follower began anew beyond what is known here: the history has to be read again.
            _sequence = -1;
            return;
        }

        foreach (var change in stretch.Changes)
        {
            if (change.Sequence > _sequence && change.Change is { Layer: IncidentLayer.Id, After: { } incident }) Move(incident);
        }

        _sequence = stretch.Through;
    }

    private void Move(Feature incident)
    {
        if (incident["exercise"] is true) return;
        var id = Guid.Parse(incident.Id);
        var at = ((DateTimeOffset)incident["updated_at"]!).UtcTicks;
        var before = _open.GetValueOrDefault(id);
        var now = incident["open"] is true ? incident["district"] as string : null;
        if (before == now) return;
        if (before is not null) Of(before).Add(at, came: false);
        if (now is not null) Of(now).Add(at, came: true);
        if (now is null) _open.Remove(id);
        else _open[id] = now;
    }

    private DistrictMoves Of(string areaId)
    {
        if (!_moves.TryGetValue(areaId, out var moves)) _moves[areaId] = moves = new();
        return moves;
    }
}
