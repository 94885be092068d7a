namespace CityMap.Server.Hosting.Maintenance;

/// <summary>What the owner of the data folder may ask of the running server.</summary>
/// <param name="Key">Proves that somebody can read the data folder.</param>
internal sealed record Keeper(string Key)
{
    /// <summary>The backup that the server puts in its store's place once it has stopped, before it starts again; null is none.</summary>
    public string? RestoreFrom { get; set; }

    /// <summary>Why the last restore did not work, for whoever asked for it; null when it did or there was none.</summary>
    public Exception? RestoreFailure { get; set; }
}
