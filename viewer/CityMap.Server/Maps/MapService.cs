using CityMap.Geo.Storage;
using CityMap.Server.Api.Problems;
using CityMap.Viewer.Output;
using CityMap.Viewer.Paper;

namespace CityMap.Server.Maps;

/// <summary>
/// Draws maps: few at once, each within a time, and the last ones kept while nothing has changed. A caller who goes away stops the
/// drawing.
/// </summary>
internal sealed class MapService(IStore store, MapComposer composer, MapKit kit, TimeProvider time) : IDisposable
{
    private const int AtOnce = 2;
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    // Ages and deadlines on a map are true to the minute.
    private static readonly TimeSpan _step = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly MapCache _cache = new(64 * 1024 * 1024);

    /// <summary>A file.</summary>
    /// <param name="key">Names what is asked for, without the state of the city.</param>
    /// <param name="format">png, pdf or svg.</param>
    /// <param name="orders">One order per page; PNG and SVG have one.</param>
    /// <param name="cancellationToken">The caller went away.</param>
    /// <exception cref="ProblemException"><c>busy</c>: too many at once, or it took too long.</exception>
    public async Task<byte[]> DrawAsync(string key, string format, IReadOnlyList<MapOrder> orders, CancellationToken cancellationToken)
    {
        var state = $"{store.Epoch}/{await store.Journal.HeadAsync(cancellationToken)}/{time.GetUtcNow().UtcTicks / _step.Ticks}";
        if (_cache.Find(key, state) is { } known) return known;
        if (!await _places.WaitAsync(_patience, cancellationToken)) throw Busy("Other maps are being drawn.");
        using var limit = new CancellationTokenSource(_longest, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var file = format == "pdf" ? await PdfAsync(orders, stop.Token) : await PictureAsync(orders[0], format, stop.Token);
            _cache.Keep(key, state, file);
            return file;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Busy($"The map took longer than {_longest.TotalSeconds:0} seconds.");
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private async Task<byte[]> PictureAsync(MapOrder order, string format, CancellationToken cancellationToken)
    {
        var page = await composer.PageAsync(order, format == "svg", cancellationToken);
        return await Task.Run(
            () => format == "svg" ? PageOutput.Svg(page, kit.Sheet, cancellationToken) : PageOutput.Png(page, kit.Sheet, order.Dpi, cancellationToken), cancellationToken);
    }

    private async Task<byte[]> PdfAsync(IReadOnlyList<MapOrder> orders, CancellationToken cancellationToken)
    {
        var pages = new List<MapPage>(orders.Count);
        foreach (var order in orders)
        {
            var page = await composer.PageAsync(order, vector: true, cancellationToken);
            pages.Add(page with { Number = pages.Count + 1, Of = orders.Count });
        }

        using var output = new MemoryStream();
        await Task.Run(() => PageOutput.Pdf(pages, kit.Sheet, pages[0].Title, time.GetUtcNow(), output, cancellationToken), cancellationToken);
        return output.ToArray();
    }

    private static ProblemException Busy(string why) => new(new("busy", why));
}
