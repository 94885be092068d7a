using CityMap.Geo.Coordinates;

namespace CityMap.Viewer.Desktop;

/// <summary>The wall: it goes from district to district by itself, those with most open first, and stays where something new is severe.</summary>
/// <param name="time">The clock.</param>
/// <param name="pace">How long it stays at a place; 5 to 300 seconds.</param>
public sealed class WallModel(TimeProvider time, TimeSpan pace)
{
    private const int Severe = 4;
    private readonly TimeSpan _pace = TimeSpan.FromSeconds(Math.Clamp(pace.TotalSeconds, 5, 300));
    private IReadOnlyList<(string District, Bounds Box)> _round = [];
    private DateTimeOffset _since = time.GetUtcNow();
    private int _at;

    /// <summary>Where it looks; null before anything is known: then it shows the whole city.</summary>
    public Bounds? Looks => Alarm is { } alarm ? alarm : _round.Count == 0 ? null : _round[_at].Box;

    /// <summary>The place of something severe it stays at; null when there is none.</summary>
    public Bounds? Alarm { get; private set; }

    /// <summary>Takes the districts with their open incidents; those without any are not visited.</summary>
    public void Load(IEnumerable<(string District, Bounds Box, int Open)> districts)
    {
        var before = _round.Count == 0 ? null : _round[_at].District;
        _round = [.. districts.Where(d => d.Open > 0).OrderByDescending(d => d.Open).ThenBy(d => d.District, StringComparer.Ordinal).Select(d => (d.District, d.Box))];
        _at = Math.Max(0, _round.ToList().FindIndex(d => d.District == before));
    }

    /// <summary>Hears of a new incident.</summary>
    /// <param name="severity">1 to 5.</param>
    /// <param name="at">Its place.</param>
    public void Hear(int severity, LonLat at)
    {
        if (severity < Severe) return;
        const double Around = 0.004;
        Alarm = new(at.Lon - Around, at.Lat - Around, at.Lon + Around, at.Lat + Around);
        _since = time.GetUtcNow();
    }

    /// <summary>Moves on when it is time.</summary>
    /// <returns>True when it looks elsewhere now.</returns>
    public bool Tick()
    {
        if (time.GetUtcNow() - _since < _pace) return false;
        _since = time.GetUtcNow();
        if (Alarm is not null)
        {
            Alarm = null;
            return true;
        }

        if (_round.Count < 2) return false;
        _at = (_at + 1) % _round.Count;
        return true;
    }
}
