namespace CityMap.Viewer.Desktop;

/// <summary>The time slider: now, or a moment of the past; never the future.</summary>
/// <param name="time">The clock.</param>
public sealed class TimeModel(TimeProvider time)
{
    /// <summary>The moment looked at; null is now.</summary>
    public DateTimeOffset? AsOf { get; private set; }

    /// <summary>Looks at a moment; the future is now.</summary>
    public void Look(DateTimeOffset? moment) => AsOf = moment >= time.GetUtcNow() ? null : moment?.ToUniversalTime();

    /// <summary>Goes back or on by a step, from the moment looked at.</summary>
    public void Step(TimeSpan by) => Look((AsOf ?? time.GetUtcNow()) + by);
}
