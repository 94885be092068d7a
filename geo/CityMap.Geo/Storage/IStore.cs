using CityMap.Geo.Journal;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Storage;

/// <summary>An open store: one journal, the features it explains, and telemetry.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>What kind of store it is: <c>geopackage</c> or <c>postgis</c>.</summary>
    string Kind { get; }

    /// <summary>Changes when a backup is restored, so that old positions in the live feed are not mistaken for new ones.</summary>
    string Epoch { get; }

    /// <summary>The journal.</summary>
    IJournal Journal { get; }

    /// <summary>The layers and features.</summary>
    IFeatureStore Features { get; }

    /// <summary>The measurements.</summary>
    ITelemetry Telemetry { get; }

    /// <summary>Answers when the store can write; otherwise throws <see cref="StoreException"/>.</summary>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>Writes a consistent copy while the store is in use.</summary>
    /// <param name="file">A file that does not exist yet.</param>
    /// <param name="cancellationToken">Stops it and removes the half-written file.</param>
    Task BackupAsync(string file, CancellationToken cancellationToken);

    /// <summary>Answers when a file could be restored in the place of this store; nothing is changed.</summary>
    /// <param name="file">What <see cref="BackupAsync"/> wrote.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException"><see cref="StoreProblem.NotAStore"/>, <see cref="StoreProblem.Newer"/>, <see cref="StoreProblem.Unavailable"/>.</exception>
    Task CheckBackupAsync(string file, CancellationToken cancellationToken);
}
