namespace CityMap.Bench.Figures;

/// <summary>Measures one or more figures with the same preparation.</summary>
internal abstract class Scenario : IAsyncDisposable
{
    /// <summary>The figures it measures.</summary>
    public abstract IReadOnlyList<Figure> Figures { get; }

    /// <summary>Says why it cannot run here, or null.</summary>
    public virtual string? Missing => null;

    /// <summary>Makes ready what all rounds share.</summary>
    public virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Measures ours and the reference once, by figure name. Odd rounds start with the reference, so that neither always runs on a
    /// warmer machine.
    /// </summary>
    public abstract Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken);

    /// <summary>Cleans up.</summary>
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
