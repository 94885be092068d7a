using CityMap.Geo.Coordinates;

namespace CityMap.Server.Cli.Replay;

/// <summary>What a replay has done. Safe to use from several threads.</summary>
internal sealed class ReplayTally
{
    private readonly Lock _gate = new();
    private readonly List<(long Line, string Reason)> _refused = [];
    private readonly List<(long Line, string Reason)> _flagged = [];
    private int _reported;
    private int _updated;
    private int _outside;

    /// <summary>Incidents reported.</summary>
    public int ReportedCount => Volatile.Read(ref _reported);

    /// <summary>Commands accepted for incidents that exist.</summary>
    public int UpdatedCount => Volatile.Read(ref _updated);

    /// <summary>Incidents outside every area.</summary>
    public int OutsideCount => Volatile.Read(ref _outside);

    /// <summary>What was refused, and why, by line.</summary>
    public IReadOnlyList<(long Line, string Reason)> Refusals
    {
        get { lock (_gate) return [.. _refused.OrderBy(r => r.Line)]; }
    }

    /// <summary>What was accepted although it looks wrong, by line.</summary>
    public IReadOnlyList<(long Line, string Reason)> Flags
    {
        get { lock (_gate) return [.. _flagged.OrderBy(r => r.Line)]; }
    }

    /// <summary>The box around everything reported; null before the first.</summary>
    public Bounds? Extent { get; private set; }

    public void Reported(ReplayRow row, bool outside)
    {
        Interlocked.Increment(ref _reported);
        if (outside) Interlocked.Increment(ref _outside);
        var at = new LonLat(row.Lon!.Value, row.Lat!.Value);
        lock (_gate)
        {
            Extent = Extent is { } box
                ? new(Math.Min(box.West, at.Lon), Math.Min(box.South, at.Lat), Math.Max(box.East, at.Lon), Math.Max(box.North, at.Lat))
                : Bounds.Of(at, at);
        }
    }

    public void Updated() => Interlocked.Increment(ref _updated);

    public void Refused(long line, string reason)
    {
        lock (_gate) _refused.Add((line, reason));
    }

    public void Flagged(long line, string reason)
    {
        lock (_gate) _flagged.Add((line, reason));
    }
}
