using System.Globalization;
using System.Web;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Tiles;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using SkiaSharp;
using Xunit;

namespace CityMap.Viewer.Tests.Desktop;

/// <summary>Tiles: where the server draws them, and how they are cut.</summary>
public sealed class MapTileTests
{
    private const double PixelsOfCss = MapTile.Dpi / 96.0;
    private static readonly LonLat _city = new(106.7605, 21.8525);
    private static readonly MapQuery _query = new(MapTheme.Night, MapLanguage.En, ["streets", "water"], null);

    [Fact]
    public void A_picture_is_asked_for_by_the_box_the_server_fills_it_with()
    {
        var route = _query.Tiles(new(12, 3262, 1795))!;
        Assert.StartsWith("/api/maps.png?bbox=106.", route, StringComparison.Ordinal);
        Assert.EndsWith("&size=1928x1976&theme=night&lang=en&layers=streets,water&dpi=102&legend=false", route, StringComparison.Ordinal);
        Assert.DoesNotContain("scale", route, StringComparison.Ordinal);
        Assert.Null(_query.Tiles(new(2, 3, 3)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(11)]
    [InlineData(15)]
    [InlineData(18)]
    public void Neighbours_share_their_edges_in_map_units_and_where_the_server_draws_them(int zoom)
    {
        var whole = TileAddress.Containing(_city, zoom);
        foreach (var (column, row) in ((int, int)[])[(0, 0), (1, 0), (0, 1)])
        {
            var tile = new TileAddress(zoom, whole.X - column, whole.Y - row);
            var drawn = Drawn(_query.Tiles(tile)!);
            Assert.Equal(0, drawn.PixelX(X(tile.WestMetres)) * PixelsOfCss, 0.02);
            Assert.Equal(0, drawn.PixelY(Y(tile.NorthMetres)) * PixelsOfCss, 0.02);
            // The middle, where it is cut, and the edge the next one begins at.
            foreach (var half in (int[])[1, 2])
            {
                Assert.Equal(MapTile.Side * half, drawn.PixelX(X(tile.WestMetres + (tile.SideMetres * half / 2))) * PixelsOfCss, 0.02);
                Assert.Equal(MapTile.Side * half, drawn.PixelY(Y(tile.NorthMetres - (tile.SideMetres * half / 2))) * PixelsOfCss, 0.02);
            }

            Assert.Equal(tile.SideMetres, MapTile.Resolution(zoom + 1) * MapTile.Side * 2, 1e-6);
        }

        Assert.Equal(new TileAddress(zoom, whole.X - 1, whole.Y).WestMetres + whole.SideMetres, whole.WestMetres, 1e-6);
    }

    [Fact]
    public void Windows_find_tiles_for_every_zoom_and_no_name_falls_below_seven_tenths_of_its_size()
    {
        double Of(double zoom) => 2 * WebMercator.HalfWorld / new MapView(_city, zoom, 100, 100).World;
        Assert.Equal(Of(4), MapTile.Resolution(MapTile.Zooms.First), 1e-6);
        Assert.Equal(Of(20), MapTile.Resolution(MapTile.Zooms.Last), 1e-9);
        for (var zoom = 4.0; zoom <= 20; zoom += 0.01)
        {
            var shown = Enumerable.Range(MapTile.Zooms.First, MapTile.Zooms.Last - MapTile.Zooms.First + 1).Select(MapTile.Resolution).MinBy(r => Math.Abs(r - Of(zoom)));
            Assert.InRange(shown / Of(zoom) * PixelsOfCss, 0.7, 1.42);
        }
    }

    [Fact]
    public void A_picture_is_cut_into_four_tiles_without_its_foot_and_what_is_no_picture_is_said_to_be_none()
    {
        var whole = new TileAddress(12, 3262, 1795);
        using var drawn = new SKBitmap((int)(MapTile.Width * PixelsOfCss), (int)(MapTile.Height * PixelsOfCss));
        drawn.Erase(SKColors.Red);
        SKColor[] colours = [SKColors.White, SKColors.Blue, SKColors.Green, SKColors.Black];
        for (var i = 0; i < 4; i++) drawn.Erase(colours[i], SKRectI.Create(i % 2 * MapTile.Side, i / 2 * MapTile.Side, MapTile.Side, MapTile.Side));
        var cut = MapTile.Cut(drawn.Encode(SKEncodedImageFormat.Png, 100).ToArray(), whole);
        Assert.Equal(4, cut.Count);
        foreach (var (child, colour) in whole.Children.Zip(colours))
        {
            using var tile = SKBitmap.Decode(cut[child]);
            Assert.Equal((1024, 1024), (tile.Width, tile.Height));
            Assert.Equal([colour], tile.Pixels.Distinct());
        }

        Assert.Equal("unreadable", Assert.Throws<ServerProblem>(() => MapTile.Cut([1, 2, 3], whole)).Code);
        using var other = new SKBitmap(256, 256);
        Assert.Equal("unreadable", Assert.Throws<ServerProblem>(() => MapTile.Cut(other.Encode(SKEncodedImageFormat.Png, 100).ToArray(), whole)).Code);
    }

    // As the server reads it: a picture without a scale is filled with the box, but for a margin.
    private static MapView Drawn(string route)
    {
        var query = HttpUtility.ParseQueryString(route[route.IndexOf('?', StringComparison.Ordinal)..]);
        var box = Array.ConvertAll(query["bbox"]!.Split(','), n => double.Parse(n, CultureInfo.InvariantCulture));
        var size = Array.ConvertAll(query["size"]!.Split('x'), n => float.Parse(n, CultureInfo.InvariantCulture));
        return MapView.Fit(new(box[0], box[1], box[2], box[3]), size[0], size[1]);
    }

    private static double X(double metres) => (metres / (2 * WebMercator.HalfWorld)) + 0.5;

    private static double Y(double metres) => 0.5 - (metres / (2 * WebMercator.HalfWorld));
}
