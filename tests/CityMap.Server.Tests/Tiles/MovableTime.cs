namespace CityMap.Server.Tests.Tiles;

/// <summary>The real clock, moved: timers run as ever, only the date is another.</summary>
internal sealed class MovableTime : TimeProvider
{
    private TimeSpan _ahead;

    public void Move(TimeSpan by) => _ahead += by;

    // Whole microseconds, as stores keep them.
    public override DateTimeOffset GetUtcNow()
    {
        var now = System.GetUtcNow() + _ahead;
        return now.AddTicks(-(now.Ticks % 10));
    }
}
