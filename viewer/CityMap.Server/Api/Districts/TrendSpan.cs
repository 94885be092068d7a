namespace CityMap.Server.Api.Districts;

/// <summary>How far back a trend looks, in steps of the local clock: hours, quarters of a day or days.</summary>
/// <param name="Name">What it is called in a request.</param>
/// <param name="Step">How long a step is; divides the day.</param>
/// <param name="Steps">How many there are.</param>
internal sealed record TrendSpan(string Name, TimeSpan Step, int Steps)
{
    // Vietnam keeps UTC+7 the whole year: its days begin there.
    private static readonly TimeSpan _localOffset = TimeSpan.FromHours(7);

    /// <summary>The last day, week and quarter.</summary>
    public static IReadOnlyList<TrendSpan> All { get; } =
        [new("24h", TimeSpan.FromHours(1), 24), new("7d", TimeSpan.FromHours(6), 28), new("90d", TimeSpan.FromDays(1), 90)];

    /// <summary>The moments between the steps, rising, the last of them the moment itself: the step it lies in is not over.</summary>
    public DateTimeOffset[] Moments(DateTimeOffset moment)
    {
        var local = moment.ToOffset(_localOffset);

        // A step that is just over is the last one.
        var into = local.TimeOfDay.Ticks % Step.Ticks;
        var begun = local.AddTicks(-(into == 0 ? Step.Ticks : into));
        return [.. Enumerable.Range(1 - Steps, Steps).Select(step => (begun + (step * Step)).ToUniversalTime()), moment.ToUniversalTime()];
    }
}
