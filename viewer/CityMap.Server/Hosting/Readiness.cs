namespace CityMap.Server.Hosting;

/// <summary>What the server is doing on its way to being ready, and whether it is.</summary>
internal sealed class Readiness(ILogger<Readiness> logger)
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True from the moment every part answers.</summary>
    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>One sentence about what is being done until then.</summary>
    public string Stage { get; set; } = "Starting.";

    /// <summary>Ends when the server is ready; fails when it cannot become so.</summary>
    public Task WhenReady => _ready.Task;

    /// <summary>Says that every part answers.</summary>
    /// <param name="after">How long that took, from the moment the store was opened.</param>
    public void Reached(TimeSpan after)
    {
        if (_ready.TrySetResult()) logger.Ready((long)after.TotalMilliseconds);
    }

    /// <summary>Says that it will not get there.</summary>
    public void Failed(Exception reason) => _ready.TrySetException(reason);
}
