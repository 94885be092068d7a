namespace CityMap.Server.Tests.Live;

/// <summary>Waits for conditions instead of sleeping.</summary>
internal static class Until
{
    /// <summary>Looks again and again until a condition holds, at most 20 s.</summary>
    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    /// <summary>Asks again and again until a condition holds, at most 20 s.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!await condition()) await timer.WaitForNextTickAsync(limit.Token);
    }
}
