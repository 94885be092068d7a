using CityMap.Geo.Layers;

namespace CityMap.Geo.Filtering;

/// <summary>Says whether a feature passes the field tests of a query and may be seen by who asks. Geometry is not looked at.</summary>
public sealed class FeaturePredicate
{
    // All of the lines hold, and of each line one of the tests.
    private readonly ValueTest[][] _tests;
    private readonly Audience _audience;

    private FeaturePredicate(ValueTest[][] tests, Audience audience) => (_tests, _audience) = (tests, audience);

    /// <summary>Prepares the tests of a query.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>: an unknown field, or a value of another type.</exception>
    public static FeaturePredicate Of(LayerInfo layer, IReadOnlyList<FieldTest> where, Audience audience)
    {
        var limited = !audience.SeesAll && layer.Fields.Any(f => f.Name == "district");
        return new([.. where.Select(test => ValueTest.OneOf(layer, test))], limited ? audience : Audience.Everyone);
    }

    /// <summary>True when every test holds.</summary>
    public bool Matches(Feature feature)
    {
        if (!_audience.SeesAll && !_audience.Sees(feature["district"] as string)) return false;
        foreach (var line in _tests)
        {
            if (!Passes(line, feature)) return false;
        }

        return true;
    }

    private static bool Passes(ValueTest[] line, Feature feature)
    {
        foreach (var test in line)
        {
            if (test.Passes(test.Field == "id" ? feature.Id : feature[test.Field])) return true;
        }

        return false;
    }
}
