using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Layers;

/// <summary>The version of a feature by what it holds.</summary>
public sealed class FeatureTagTests
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static Feature Some(string id = "1", params (string Name, object? Value)[] values) =>
        new(id, new Point(106.7, 21.8), values.ToDictionary(v => v.Name, v => v.Value));

    [Fact]
    public void The_same_feature_has_the_same_tag_however_its_attributes_are_ordered_or_left_out()
    {
        var tag = FeatureTag.Of(Some("1", ("a", 1L), ("b", "x"), ("c", null)));

        Assert.Equal(tag, FeatureTag.Of(Some("1", ("b", "x"), ("a", 1L))));
        Assert.Matches("^[0-9a-f]{30}$", tag);
        Assert.Null(FeatureTag.Of(null));
    }

    [Fact]
    public void Whatever_differs_gives_another_tag()
    {
        Feature[] different =
        [
            Some(), Some("2"), Some() with { Geometry = null }, Some() with { Geometry = new Point(106.7, 21.80000000000001) },
            Some() with { Geometry = new MultiPoint([new Point(106.7, 21.8)]) },
            Some("1", ("a", 1L)), Some("1", ("a", 1.0)), Some("1", ("a", "1")), Some("1", ("a", true)), Some("1", ("a", _noon)),
            Some("1", ("b", 1L)), Some("1", ("a", "b"), ("c", "")), Some("1", ("a", ""), ("bc", "")), Some("1", ("a", "bc"), ("c", "")),
        ];

        Assert.Equal(different.Length, different.Select(FeatureTag.Of).Distinct().Count());
    }

    [Fact]
    public void A_moment_is_the_same_in_every_zone() =>
        Assert.Equal(FeatureTag.Of(Some("1", ("a", _noon))), FeatureTag.Of(Some("1", ("a", _noon.ToOffset(TimeSpan.FromHours(7))))));

    [Fact]
    public void The_stream_of_a_very_long_id_still_fits_the_journal()
    {
        Assert.Equal("feature/roads/1", FeatureEdit.StreamOf("roads", "1"));
        Assert.True(FeatureEdit.StreamOf(new string('l', 48), new string('i', 128)).Length <= 160);
        Assert.NotEqual(FeatureEdit.StreamOf("roads", new string('i', 127) + "a"), FeatureEdit.StreamOf("roads", new string('i', 127) + "b"));
    }
}
