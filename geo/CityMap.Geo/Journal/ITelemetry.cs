namespace CityMap.Geo.Journal;

/// <summary>Measurements, kept apart from history and only for a while.</summary>
public interface ITelemetry
{
    /// <summary>Stores readings; the same source, quantity and time again replaces the value.</summary>
    Task AppendAsync(IReadOnlyList<Reading> readings, CancellationToken cancellationToken);

    /// <summary>Readings of one source in [from, to), oldest first, at most <paramref name="limit"/> (the newest of them).</summary>
    Task<IReadOnlyList<Reading>> ReadAsync(
        string source, string? quantity, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken);

    /// <summary>Drops everything measured before a moment.</summary>
    /// <returns>How many readings went.</returns>
    Task<long> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>One measurement.</summary>
/// <param name="Source">What measured it, for example <c>facility/PUMP-03</c>.</param>
/// <param name="Quantity">What was measured, for example <c>water_level</c>.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Value">A finite number in the unit its facility states.</param>
public sealed record Reading(string Source, string Quantity, DateTimeOffset At, double Value);
