using CityMap.Geo.Coordinates;
using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Areas;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Ogc.Items;

namespace CityMap.Server.Api.Layers.Export;

/// <summary>The parameters of a layer's files: those by which <c>/ogc</c> narrows a layer down, the moment, and the coordinate system.</summary>
internal static class LayerExportParameters
{
    private static readonly QueryParameter<Crs> _crs = new("crs", "The coordinate system of a Shapefile or GeoPackage; WGS 84 without it.", "EPSG:9215", static text =>
        CrsName.Find(text.Value) ?? throw text.Wrong(
            $"{Texts.Shown(text.Value)} is no coordinate system that is known here. Known are {string.Join(", ", CrsCatalogue.All.Select(crs => $"EPSG:{crs.Code}"))}.",
            "an EPSG number, EPSG:9215, urn:ogc:def:crs:EPSG::9215 or http://www.opengis.net/def/crs/EPSG/0/9215", "crs_unknown"));

    /// <summary>Those that every layer has; each field of a layer is one of its own, too.</summary>
    public static readonly QueryParameters Any = new(
        ItemParameters.Box, ItemParameters.BoxCrs, ItemParameters.Time, ItemParameters.Filter, ItemParameters.Language, ItemParameters.FilterCrs, IncidentParameters.AsOf, _crs);

    /// <summary>Reads what is wanted of a layer: what the map shows of it, narrowed down.</summary>
    /// <exception cref="Problems.ProblemException">A parameter is unknown to this layer, or wrong.</exception>
    public static (FeatureQuery Query, Crs? Crs, DateTimeOffset Moment) Read(LayerInfo layer, HttpRequest request, DateTimeOffset now)
    {
        var values = Any.And(ItemParameters.Fields(layer)).Read(request);
        var asOf = values.Get(IncidentParameters.AsOf);
        var query = ItemQuery.Of(layer, values, Caller.Of(request).Audience);
        var inForce = AreaDays.InForce(layer, AreaDays.Of(asOf ?? now));
        return (query with
        {
            // What has no place is in no window of a map.
            PlacelessToo = false,
            AsOf = layer.Live || layer.Edited ? asOf : null,
            Filter = (query.Filter, inForce) switch { (null, var only) => only, (var only, null) => only, var (both, days) => new And([both, days]) },
        }, values.Get(_crs), asOf ?? now);
    }
}
