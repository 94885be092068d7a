using CityMap.Viewer.Desktop;
using CityMap.Viewer.Scenes;
using Mapsui;
using Mapsui.Layers;
using Mapsui.Styles;

namespace CityMap.Desktop;

/// <summary>The picture the server draws of what a window does not draw itself, under all that it draws. While another is on its way the last one stays.</summary>
/// <param name="client">Whom to ask.</param>
/// <param name="again">Called when a picture could not be had and may be asked for again.</param>
internal sealed class ServerPicture(CityClient client, Action again) : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);
    private (MapQuery Query, long Version, MapPicture Picture)? _wanted;
    private CancellationTokenSource? _last;

    /// <summary>Where it is shown.</summary>
    public MemoryLayer Layer { get; } = new("server") { Style = new RasterStyle() };

    /// <summary>Asks for the picture of a view, unless the one that is shown or awaited is as good.</summary>
    /// <param name="query">Layers, theme, language and moment.</param>
    /// <param name="version">Another one when the layers hold something else.</param>
    /// <param name="view">What the window shows.</param>
    public async Task AskAsync(MapQuery query, long version, MapView view)
    {
        if (_wanted is { } last && last.Query == query && last.Version == version && last.Picture.Covers(view)) return;
        _last?.Cancel();
        var stop = _last = new();
        var picture = query.Picture(view);
        _wanted = (query, version, picture);
        try
        {
            var png = query.Layers.Count == 0 ? null : await client.FileAsync(picture.Route, stop.Token);
            var cut = png is null ? null : await Task.Run(() => MapPicture.Cut(png), stop.Token);
            if (!stop.IsCancellationRequested) Mapsui51.Replace(Layer, cut is null ? [] : [Feature(picture.Shows, cut)]);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
        catch (ServerProblem)
        {
            // That the line is broken is said by the badge.
            await Task.Delay(_patience, CancellationToken.None);
            if (stop.IsCancellationRequested) return;
            _wanted = null;
            again();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _last?.Cancel();
        Layer.Dispose();
    }

    private static RasterFeature Feature(MapView shows, byte[] png) => new(new MRaster(png, new MRect(
        MapFrame.X(shows.UnitX(0)), MapFrame.Y(shows.UnitY(shows.Height)), MapFrame.X(shows.UnitX(shows.Width)), MapFrame.Y(shows.UnitY(0)))));
}
