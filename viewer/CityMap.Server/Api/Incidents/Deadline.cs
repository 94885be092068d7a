namespace CityMap.Server.Api.Incidents;

/// <summary>How near a deadline is.</summary>
internal static class Deadline
{
    private static readonly TimeSpan _least = TimeSpan.FromHours(1);

    /// <summary>True in the last fifth of the allowance, at least its last hour, before the deadline.</summary>
    /// <param name="due">When it should be done.</param>
    /// <param name="from">When the allowance began.</param>
    /// <param name="now">The moment asked about.</param>
    public static bool IsSoon(DateTimeOffset due, DateTimeOffset from, DateTimeOffset now)
    {
        var fifth = (due - from) / 5;
        return due >= now && due - now <= (fifth > _least ? fifth : _least);
    }
}
