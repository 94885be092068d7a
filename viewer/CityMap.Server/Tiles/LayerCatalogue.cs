using CityMap.Geo;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Server.Tiles;

/// <summary>The store's layers, looked up at most a few times a second however many tiles are asked for.</summary>
internal sealed class LayerCatalogue(IStore store, TimeProvider time)
{
    private static readonly TimeSpan _fresh = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _least = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Known? _known;

    /// <summary>A layer by its id.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.UnknownLayer"/>.</exception>
    public async ValueTask<LayerInfo> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).GetValueOrDefault(id)
        ?? (await ReadAgainAsync(cancellationToken)).GetValueOrDefault(id)
        ?? throw new StoreException(StoreProblem.UnknownLayer, $"There is no layer {Api.Texts.Shown(id)}.");

    /// <summary>Something was changed here: whoever changed it finds it at once.</summary>
    public void Forget() => _known = null;

    // A layer that has just been imported is there at once; whoever asks for one that never was reads the catalogue no more than fifty times a second.
    private ValueTask<IReadOnlyDictionary<string, LayerInfo>> ReadAgainAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && time.GetElapsedTime(known.At) > _least) Forget();
        return ReadAsync(cancellationToken);
    }

    private async ValueTask<IReadOnlyDictionary<string, LayerInfo>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } known) return known;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } meanwhile) return meanwhile;
            var at = time.GetTimestamp();
            var layers = (await store.Features.LayersAsync(cancellationToken)).ToDictionary(l => l.Id, StringComparer.Ordinal);
            _known = new(layers, at);
            return layers;
        }
        catch (StoreException away) when (away.Problem == StoreProblem.Unavailable && _known is { } last)
        {
            // Live layers are in memory and finished tiles are kept: they need the store only to say what it said before.
            _known = last with { At = time.GetTimestamp() };
            return last.Layers;
        }
        finally
        {
            _reading.Release();
        }
    }

    private IReadOnlyDictionary<string, LayerInfo>? Fresh() =>
        _known is { } known && time.GetElapsedTime(known.At) < _fresh ? known.Layers : null;

    private sealed record Known(IReadOnlyDictionary<string, LayerInfo> Layers, long At);
}
