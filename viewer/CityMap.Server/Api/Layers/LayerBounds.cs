using System.Collections.Concurrent;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Layers;

/// <summary>
/// Where each layer lies. Static layers are measured once per version; live ones once per thousand new features, and never shrink:
/// their bounds say where to look, not where nothing is. A large layer that is being edited feature by feature is measured once a minute.
/// </summary>
internal sealed class LayerBounds(IStore store, TimeProvider time)
{
    private const long Large = 20_000;
    private static readonly TimeSpan _good = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Measured> _measured = new(StringComparer.Ordinal);

    /// <summary>The bounds of a layer; null when it is empty.</summary>
    public async Task<Bounds?> OfAsync(LayerInfo layer, CancellationToken cancellationToken)
    {
        var mark = layer.Live ? layer.Count / 1000 : layer.Version;
        if (layer.Count == 0) return null;
        if (_measured.TryGetValue(layer.Id, out var known) && (known.Mark == mark || (layer.Edited && layer.Count > Large && time.GetElapsedTime(known.At) < _good))) return known.Bounds;
        var at = time.GetTimestamp();
        var box = new Envelope();
        await foreach (var feature in store.Features.StreamAsync(new(layer.Id), null, cancellationToken))
        {
            if (feature.Geometry is { IsEmpty: false } shape) box.ExpandToInclude(shape.EnvelopeInternal);
        }

        Bounds? bounds = box.IsNull ? null : new Bounds(box.MinX, box.MinY, box.MaxX, box.MaxY);
        _measured[layer.Id] = new(mark, bounds, at);
        return bounds;
    }

    private sealed record Measured(long Mark, Bounds? Bounds, long At);
}
