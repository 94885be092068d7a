using CityMap.Geo.Coordinates;
using CityMap.Viewer.Data;
using CityMap.Viewer.Scenes;
using CsCheck;
using Xunit;

namespace CityMap.Viewer.Tests.Scenes;

/// <summary>Views: pixels and places, scales and boxes.</summary>
public sealed class MapViewTests
{
    private static readonly Gen<MapView> _views = Gen.Select(Gen.Double[-170, 170], Gen.Double[-75, 75], Gen.Double[2, 18]).Select((lon, lat, zoom) => new MapView(new(lon, lat), zoom, 800, 500));

    [Fact]
    public void A_place_comes_back_from_its_pixel() => Gen.Select(_views, Gen.Double[0, 800], Gen.Double[0, 500]).Sample((view, x, y) =>
    {
        var place = view.At(x, y);
        if (Math.Abs(place.Lon) >= 180 || Math.Abs(place.Lat) > 85) return;
        Assert.Equal(x, view.PixelX(MapFeatures.X(place.Lon)), 1e-3);
        Assert.Equal(y, view.PixelY(MapFeatures.Y(place.Lat)), 1e-3);
    });

    [Fact]
    public void A_scale_is_kept() => Gen.Select(Gen.Double[-60, 60], Gen.Double[500, 2_000_000])
        .Sample((lat, scale) => Assert.Equal(1, MapView.AtScale(new LonLat(106.7, lat), scale, 800, 500).Scale / scale, 1e-9));

    [Fact]
    public void A_box_lies_inside_the_view_that_fits_it() => Gen.Select(Gen.Double[100, 110], Gen.Double[10, 22], Gen.Double[0.001, 2], Gen.Double[0.001, 2]).Sample((west, south, width, height) =>
    {
        var shown = MapView.Fit(new Bounds(west, south, west + width, south + height), 900, 600).Bounds;
        Assert.True(shown.West <= west && shown.East >= west + width && shown.South <= south && shown.North >= south + height);
    });
}
