using CityMap.Geo.Layers;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Live;

/// <summary>The conditions a request's parameters put on each live layer; a parameter leaves the layers alone that do not have its field.</summary>
internal static class LiveConditions
{
    /// <summary>The conditions on a live layer; on any other there are none.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="values">The request's parameters.</param>
    /// <param name="now">What "overdue" is measured against.</param>
    public static IReadOnlyList<FieldTest> Of(LayerInfo layer, QueryValues values, DateTimeOffset now) => layer.Id switch
    {
        IncidentLayer.Id => IncidentFilter.From(values, now).Where,
        IncidentLayer.FootprintsId => [.. IncidentFilter.From(values, now).Where.Where(t => layer.Fields.Any(f => f.Name == t.Field))],
        FacilityLayer.Id => [.. Facilities(values, now)],
        _ => [],
    };

    private static IEnumerable<FieldTest> Facilities(QueryValues values, DateTimeOffset now)
    {
        foreach (var test in IncidentFilter.From(values, now).Where.Where(t => t.Field == "district")) yield return test;
        if (values.Get(LiveParameters.Kinds) is { Count: > 0 } kinds) yield return new("kind", Comparison.In, [.. kinds]);
        if (values.Get(LiveParameters.Statuses) is { Count: > 0 } statuses) yield return new("status", Comparison.In, [.. statuses]);
        if (values.Get(IncidentParameters.Text) is { } text) yield return new("name", Comparison.ContainsText, [text]);
    }
}
