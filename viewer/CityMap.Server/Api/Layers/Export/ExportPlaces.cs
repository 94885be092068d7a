using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Layers.Export;

/// <summary>The places for files that are written from a snapshot of the store: each keeps it for as long as its caller takes.</summary>
internal sealed class ExportPlaces : IDisposable
{
    private const int MostAtOnce = 4;

    private readonly SemaphoreSlim _places = new(MostAtOnce);

    /// <summary>Takes a place; it is free again when it is disposed.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public Place Take() => _places.Wait(0) ? new Place(_places) : throw new ProblemException(new("busy", $"{MostAtOnce} files are being written already; try again.") { RetryAfter = 5 });

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    /// <summary>A place that was taken.</summary>
    internal sealed class Place(SemaphoreSlim places) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => places.Release();
    }
}
