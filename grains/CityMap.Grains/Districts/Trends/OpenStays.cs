using CityMap.Geo.Layers;

namespace CityMap.Grains.Districts.Trends;

/// <summary>
/// Puts the versions of open incidents together to stays: how long an incident was open in one district without a break. A change that leaves it open
/// where it is moves nothing. Fed by id, oldest first.
/// </summary>
internal sealed class OpenStays
{
    private readonly Dictionary<string, List<(long At, bool Came)>> _moves = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _open = [];
    private FeatureSpan? _last;

    /// <summary>The moves of each district; what lies outside all of them is left out.</summary>
    public IEnumerable<(string AreaId, List<(long At, bool Came)> Moves)> Moves => _moves.Select(pair => (pair.Key, pair.Value));

    /// <summary>Where each incident is that is open now.</summary>
    public Dictionary<Guid, string> Open => _open;

    /// <summary>Takes a version of an open incident; its one value is the district.</summary>
    public void Read(FeatureSpan span)
    {
        if (_last is { } before && before.Id == span.Id && before.Until == span.From && Equals(before.Values[0], span.Values[0]))
        {
            _last = before with { Until = span.Until };
            return;
        }

        End();
        _last = span;
    }

    /// <summary>Says that there are no more.</summary>
    public void End()
    {
        if (_last is { } stay && stay.Values[0] is string district)
        {
            if (!_moves.TryGetValue(district, out var moves)) _moves[district] = moves = [];
            moves.Add((stay.From.UtcTicks, true));
            if (stay.Until is { } until) moves.Add((until.UtcTicks, false));
            else _open[Guid.Parse(stay.Id)] = district;
        }

        _last = null;
    }
}
