using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Live;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Layers;

/// <summary>
/// Where each layer lies. Live layers are measured whenever they have grown, large ones in memory and once per thousand new features;
/// static ones in the store, once per version. A large layer that is being edited feature by feature is measured once a minute: bounds say where to look, not where nothing is.
/// However many ask at once, a layer is measured once.
/// </summary>
internal sealed class LayerBounds(IStore store, LiveLayers live, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const long Large = 20_000;
    private static readonly TimeSpan _good = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Measured> _measured = new(StringComparer.Ordinal);

    /// <summary>The bounds of a layer; null when it is empty, and of a large live one until it is in memory: nobody waits for a million rows.</summary>
    public async Task<Bounds?> OfAsync(LayerInfo layer, CancellationToken cancellationToken)
    {
        if (layer.Count == 0 || (layer.Live && layer.Count > Large && live.Find(layer.Id) is null)) return null;
        var measured = Measure(layer);
        try
        {
            return await measured.Bounds.WaitAsync(cancellationToken);
        }
        catch when (measured.Bounds is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            // Whoever asks next tries again.
            lock (_lock)
            {
                if (_measured.GetValueOrDefault(layer.Id) == measured) _measured.Remove(layer.Id);
            }

            throw;
        }
    }

    private Measured Measure(LayerInfo layer)
    {
        var mark = !layer.Live ? layer.Version : layer.Count > Large ? layer.Count / 1000 : layer.Count;
        lock (_lock)
        {
            if (_measured.TryGetValue(layer.Id, out var known) && (known.Mark == mark || (layer.Edited && layer.Count > Large && time.GetElapsedTime(known.At) < _good))) return known;
            return _measured[layer.Id] = new(mark, Task.Run(() => MeasureAsync(layer, lifetime.ApplicationStopping)), time.GetTimestamp());
        }
    }

    private async Task<Bounds?> MeasureAsync(LayerInfo layer, CancellationToken cancellationToken)
    {
        if (layer.Live && layer.Count > Large && live.Find(layer.Id) is { } now) return now.Extent();
        var box = new Envelope();
        await foreach (var feature in store.Features.StreamAsync(new(layer.Id), null, cancellationToken))
        {
            if (feature.Geometry is { IsEmpty: false } shape) box.ExpandToInclude(shape.EnvelopeInternal);
        }

        return box.IsNull ? null : new Bounds(box.MinX, box.MinY, box.MaxX, box.MaxY);
    }

    private sealed record Measured(long Mark, Task<Bounds?> Bounds, long At);
}
