using CityMap.Geo.Areas;
using CityMap.Geo.Areas.Editions;
using NetTopologySuite.IO;
using Xunit;

namespace CityMap.Geo.Tests.Areas.Editions;

public sealed class EditionComparisonTests
{
    [Fact]
    public void The_names_of_ten_districts_live_on_in_communes_of_other_land()
    {
        var before = Edition(TestData.Areas("langson_districts_pre2025.geojson", "2020", new(2020, 1, 1), new(2025, 7, 1)));
        var after = Edition(TestData.Areas("langson_communes_2025.geojson", "2025", new(2025, 7, 1)));
        var difference = EditionComparison.Compare(before, after, TestContext.Current.CancellationToken);
        Assert.Equal(10, difference.Changes.Count(c => c.Kind == AreaChangeKind.NameReused));
        Assert.Equal(10, difference.Changes.Count);
        Assert.Equal((65, 11), (difference.New.Count, difference.Gone.Count));
        var centre = difference.Origins.Single(o => o.Area.Code == "05977");
        Assert.Contains("Lạng Sơn", string.Join(' ', centre.From.Select(f => f.Area.NameVi)), StringComparison.Ordinal);
        Assert.All(difference.Origins, o => Assert.InRange(o.From.Sum(f => f.Part), 0.5, 1.02));
    }

    [Fact]
    public void What_became_of_each_code_and_name_is_told_by_the_land()
    {
        var before = Edition(
        [
            Area("1", "old", "Xã Hoà Bình", 0, 0, 4, 4), Area("2", "old", "Xã Vân An", 4, 0, 8, 4), Area("3", "old", "Xã Chi Lăng", 8, 0, 12, 4),
            Area("4", "old", "Xã Mai Sao", 12, 0, 16, 4), Area("5", "old", "Xã Tân Liên", 16, 0, 20, 4), Area("6", "old", "Xã Gia Cát", 20, 0, 24, 4),
        ]);
        var after = Edition(
        [
            Area("1", "new", "Phường Hòa Bình", 0, 0, 4, 4), Area("2", "new", "Xã Vân An", 4, 0, 8, 3), Area("3", "new", "Xã Bắc Thủy", 8, 0, 12, 4),
            Area("5", "new", "Xã Mai Sao", 12, 0, 16, 4), Area("6", "new", "Xã Tân Liên", 40, 0, 44, 4),
        ]);
        var difference = EditionComparison.Compare(before, after, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["CodeReused 5>5", "CodeReused 6>6", "NameReused 5>6", "Renamed 3>3", "Recoded 4>5", "Reshaped 2>2"],
            difference.Changes.Select(c => $"{c.Kind} {c.Before.Code}>{c.After.Code}"));
        Assert.Equal(0.75, difference.Changes[^1].Shared, 3);
        Assert.Empty(difference.New);
        Assert.Equal(["4"], difference.Gone.Select(a => a.Code));
    }

    [Theory]
    [InlineData("Xã Hoà Bình", "Phường Hòa Bình", true)]
    [InlineData("Huyện Văn Lãng", "Văn Lãng", true)]
    [InlineData("Văn Lang", "Văn Lãng", false)]
    [InlineData("Phường", "Phường", true)]
    public void A_name_is_the_same_whatever_the_unit_and_wherever_the_tone_mark(string one, string other, bool same) =>
        Assert.Equal(same, AreaName.Key(one) == AreaName.Key(other));

    private static AreaEdition Edition(List<Area> areas) => Assert.Single(AreaEdition.Of(areas));

    private static Area Area(string code, string edition, string name, double west, double south, double east, double north) => new(
        $"{code}@{edition}", code, name, name, "commune", edition, new(2025, 7, 1), null,
        new WKTReader().Read(FormattableString.Invariant($"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))")));
}
