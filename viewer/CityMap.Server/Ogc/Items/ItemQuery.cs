using CityMap.Geo.Coordinates;
using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Ogc.Items;

/// <summary>Turns the parameters of a request for items into the one query object.</summary>
internal static class ItemQuery
{
    /// <exception cref="ProblemException">A parameter is wrong, or the filter does not fit the layer.</exception>
    public static FeatureQuery Of(LayerInfo layer, QueryValues values, Audience audience)
    {
        var parts = new List<Cql2Expression>();
        foreach (var field in ItemParameters.Fields(layer))
        {
            if (values.Get(field) is { } equal) parts.Add(equal);
        }

        if (values.Get(ItemParameters.Time) is { } time && ItemTime.Condition(layer, time) is { } condition) parts.Add(condition);
        if (Filter(layer, values) is { } filter) parts.Add(filter);
        var (box, crs) = (values.Get(ItemParameters.Box), values.Get(ItemParameters.BoxCrs) ?? OgcCrs.Crs84);
        var within = box is null ? (Bounds?)null : ItemParameters.Ground(box, crs);
        if (box is not null && crs.IsCurved) parts.Add(Inside(crs.GroundShape(box[0], box[1], box[2], box[3])));
        return new(layer.Id)
        {
            Within = within,
            PlacelessToo = true,
            Filter = parts.Count switch { 0 => null, 1 => parts[0], _ => new And(parts) },
            AsOf = values.Get(ItemParameters.AsOf),
            Audience = audience,
            Limit = values.Get(ItemParameters.Limit) ?? 100,
            After = values.Get(ItemParameters.After),
        };
    }

    // The box of degrees around the box of a zone's grid finds quickly, and more than was asked for. What has no place meets every box.
    private static Or Inside(Polygon shape)
    {
        var geometry = new Property("geometry");
        return new([new Spatial(SpatialOperator.Intersects, geometry, new GeometryLiteral(shape)), new IsNull(geometry)]);
    }

    private static Cql2Expression? Filter(LayerInfo layer, QueryValues values)
    {
        if (values.Get(ItemParameters.Filter) is not { } text) return null;
        try
        {
            var json = values.Get(ItemParameters.Language) is { } language ? language == "cql2-json" : text.AsSpan().TrimStart().StartsWith("{");
            var filter = json ? Cql2Filter.FromJson(text) : Cql2Filter.FromText(text);
            if (values.Get(ItemParameters.FilterCrs) is { } crs && crs != OgcCrs.Crs84) filter = FilterGround.Of(filter, crs);
            _ = Cql2Check.Bind(layer, filter);
            return filter;
        }
        catch (Cql2Exception wrong)
        {
            throw new ProblemException("invalid_filter", "filter", wrong.Message, "a filter in CQL2 over the queryables of the collection");
        }
    }
}
