using CityMap.Geo.Coordinates;
using CityMap.Geo.Tiles;
using CsCheck;
using Xunit;

namespace CityMap.Geo.Tests.Tiles;

public sealed class TileAddressLaws
{
    private static readonly Gen<TileAddress> Tiles =
        from z in Gen.Int[0, TileAddress.MaxZoom]
        from x in Gen.Int[0, (1 << z) - 1]
        from y in Gen.Int[0, (1 << z) - 1]
        select new TileAddress(z, x, y);

    [Fact]
    public void The_middle_of_its_bounds_lies_in_the_tile() => Tiles.Sample(tile =>
    {
        var b = tile.Bounds;
        var middle = WebMercator.Lat((WebMercator.Y(b.South) + WebMercator.Y(b.North)) / 2);
        Assert.Equal(tile, TileAddress.Containing(new((b.West + b.East) / 2, middle), tile.Z));
    });

    [Fact]
    public void Children_know_their_parent_and_cover_it() => Tiles.Where(t => t.Z < TileAddress.MaxZoom).Sample(tile =>
    {
        Assert.Equal(4, tile.Children.Count);
        Assert.All(tile.Children, child => Assert.Equal(tile, child.Parent));
        Assert.Equal(tile.Bounds.West, tile.Children.Min(c => c.Bounds.West), 1e-8);
        Assert.Equal(tile.Bounds.East, tile.Children.Max(c => c.Bounds.East), 1e-8);
        Assert.Equal(tile.Bounds.South, tile.Children.Min(c => c.Bounds.South), 1e-8);
        Assert.Equal(tile.Bounds.North, tile.Children.Max(c => c.Bounds.North), 1e-8);
    });

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(-1, 0, 0)]
    [InlineData(25, 0, 0)]
    [InlineData(3, -1, 0)]
    [InlineData(3, 0, 8)]
    public void What_does_not_exist_cannot_be_made(int z, int x, int y)
    {
        Assert.False(TileAddress.TryCreate(z, x, y, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TileAddress(z, x, y));
    }

    [Fact]
    public void The_poles_belong_to_the_outermost_rows()
    {
        Assert.Equal(0, TileAddress.Containing(new(0, 90), 5).Y);
        Assert.Equal(31, TileAddress.Containing(new(0, -90), 5).Y);
        Assert.Equal(31, TileAddress.Containing(new(180, 0), 5).X);
    }
}
