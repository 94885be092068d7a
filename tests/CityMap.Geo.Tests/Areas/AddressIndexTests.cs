using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using CsCheck;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Areas;

public sealed class AddressIndexTests
{
    private static readonly Gen<(string, Geometry)[]> Streets = Gen.Select(
        Gen.Int[1, 20], Gen.Double[106.70, 106.72].Select(Gen.Double[21.80, 21.82], (x, y) => new Coordinate(x, y)).Array[2, 40],
        (n, line) => ($"Đường {n}", (Geometry)new LineString(line))).Array[0, 15];

    [Fact]
    public void It_names_the_street_a_full_search_names() => Gen.Select(Streets, Gen.Double[106.69, 106.73], Gen.Double[21.79, 21.83]).Sample((streets, lon, lat) =>
    {
        var answer = AddressIndex.Build(streets).Find(new(lon, lat));
        var scale = GroundScale.At(lat);
        Coordinate Metres(Coordinate c) => new((c.X - lon) * scale.LonMetres, (c.Y - lat) * scale.LatMetres);
        var all = streets.Select(s => (Name: s.Item1, Metres: new LineString([.. s.Item2.Coordinates.Select(Metres)]).Distance(new Point(0, 0)))).ToList();
        var nearest = all.Count == 0 ? double.PositiveInfinity : all.Min(s => s.Metres);
        if (nearest > 300)
        {
            Assert.Null(answer);
            return;
        }

        Assert.Equal(nearest, answer!.DistanceMetres, 1e-6);
        Assert.Contains(all, s => s.Name == answer.Name && s.Metres - nearest < 1e-6);
    });

    [Fact]
    public void Streets_without_a_name_name_nothing() =>
        Assert.Null(AddressIndex.Build([("", Line(0)), (" ", Line(0))]).Find(new(106.7, 21.8)));

    [Fact]
    public void Farther_than_three_hundred_metres_no_street_names_a_place()
    {
        var index = AddressIndex.Build([("Trần Đăng Ninh", Line(0.0029)), ("Lê Lợi", Line(-0.0026))]);
        Assert.Equal("Lê Lợi", index.Find(new(106.7, 21.8))!.Name);
        Assert.Null(AddressIndex.Build([("Trần Đăng Ninh", Line(0.0029))]).Find(new(106.7, 21.8)));
    }

    private static LineString Line(double north) => new([new(106.69, 21.8 + north), new(106.71, 21.8 + north)]);
}
