using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Compares features: a missing attribute is the same as null, shapes are compared point by point.</summary>
internal static class Same
{
    public static void Feature(Feature? expected, Feature? actual)
    {
        if (expected is null || actual is null)
        {
            Assert.Equal(expected?.Id, actual?.Id);
            return;
        }

        Assert.Equal(expected.Id, actual.Id);
        Assert.Equal(expected.Geometry?.AsText(), actual.Geometry?.AsText());
        foreach (var name in expected.Attributes.Keys.Union(actual.Attributes.Keys))
        {
            Assert.True(Equals(expected[name], actual[name]), $"{expected.Id}.{name}: expected {expected[name]}, found {actual[name]}");
        }
    }

    public static void Features(IEnumerable<Feature> expected, IEnumerable<Feature> actual)
    {
        var wanted = expected.OrderBy(f => f.Id, StringComparer.Ordinal).ToArray();
        var found = actual.OrderBy(f => f.Id, StringComparer.Ordinal).ToArray();
        Assert.Equal(wanted.Select(f => f.Id), found.Select(f => f.Id));
        foreach (var (w, f) in wanted.Zip(found)) Feature(w, f);
    }
}
