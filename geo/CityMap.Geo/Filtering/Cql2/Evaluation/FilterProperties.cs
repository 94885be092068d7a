namespace CityMap.Geo.Filtering.Cql2;

/// <summary>The properties a filter reads.</summary>
public static class FilterProperties
{
    /// <summary>Each once, in the order they stand.</summary>
    public static IEnumerable<Property> Of(Cql2Expression filter) => All(filter).DistinctBy(p => (p.Name, p.Kind));

    private static IEnumerable<Property> All(Cql2Expression node) => node is Property property ? [property] : Cql2Parts.Of(node).SelectMany(All);
}
