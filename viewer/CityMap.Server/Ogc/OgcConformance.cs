namespace CityMap.Server.Ogc;

/// <summary>What the API claims; docs/features.md says the same in words.</summary>
internal static class OgcConformance
{
    public static readonly string[] Classes =
    [
        .. Under("http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/", "core"),
        .. Under("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/", "core", "geojson", "html", "oas30"),
        .. Under("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/", "crs"),
        .. Under("http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/", "queryables", "queryables-query-parameters", "filter", "features-filter"),
        .. Under("http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/", "create-replace-delete", "update", "optimistic-locking-etags", "features"),
        .. Under(
            "http://www.opengis.net/spec/cql2/1.0/conf/",
            "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators", "case-insensitive-comparison", "accent-insensitive-comparison", "arithmetic",
            "property-property", "basic-spatial-functions", "basic-spatial-functions-plus", "spatial-functions", "temporal-functions"),
        .. Under("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/", "core", "tileset", "tilesets-list", "geodata-tilesets", "mvt"),
        .. Under("http://www.opengis.net/spec/tms/2.0/conf/", "json-tilematrixset"),
    ];

    private static IEnumerable<string> Under(string root, params string[] names) => names.Select(name => root + name);
}
