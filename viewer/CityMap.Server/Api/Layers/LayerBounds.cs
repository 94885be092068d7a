using System.Collections.Concurrent;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Layers;

/// <summary>
/// Where each layer lies. Static layers are measured once per version; live ones once per thousand new features, and never shrink:
/// their bounds say where to look, not where nothing is.
/// </summary>
internal sealed class LayerBounds(IStore store)
{
    private readonly ConcurrentDictionary<string, Measured> _measured = new(StringComparer.Ordinal);

    /// <summary>The bounds of a layer; null when it is empty.</summary>
    public async Task<Bounds?> OfAsync(LayerInfo layer, CancellationToken cancellationToken)
    {
        var mark = layer.Live ? layer.Count / 1000 : layer.Version;
        if (layer.Count == 0) return null;
        if (_measured.TryGetValue(layer.Id, out var known) && known.Mark == mark) return known.Bounds;
        var box = new Envelope();
        await foreach (var feature in store.Features.StreamAsync(new(layer.Id), null, cancellationToken))
        {
            if (feature.Geometry is { IsEmpty: false } shape) box.ExpandToInclude(shape.EnvelopeInternal);
        }

        Bounds? bounds = box.IsNull ? null : new Bounds(box.MinX, box.MinY, box.MaxX, box.MaxY);
        _measured[layer.Id] = new(mark, bounds);
        return bounds;
    }

    private sealed record Measured(long Mark, Bounds? Bounds);
}
