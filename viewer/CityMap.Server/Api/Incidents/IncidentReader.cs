using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Parameters;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Incidents;

/// <summary>Answers what is asked about many incidents, from the layer.</summary>
internal sealed class IncidentReader(IStore store, IncidentSource source, IncidentViews views, TimeProvider time)
{
    private const string Footprints = "incident_footprints";

    /// <summary>One page.</summary>
    public async Task<IncidentPage> ListAsync(QueryValues values, Audience audience, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var filter = IncidentFilter.From(values, now);
        var query = IncidentOrder.Of(values).Apply(filter.Query(audience)) with
        {
            Limit = values.Get(IncidentParameters.Limit) ?? 100,
            After = values.Get(IncidentParameters.After),
            Offset = values.Get(IncidentParameters.Offset) ?? 0,
        };
        var page = await source.QueryAsync(query, cancellationToken);
        var shapes = await FootprintsAsync(page.Features, filter.AsOf, cancellationToken);
        return new(
            page.NumberMatched,
            page.Features.Count,
            page.Sequence,
            page.Next,
            [.. page.Features.Select(feature => views.Item(feature, shapes.GetValueOrDefault(feature.Id), filter.AsOf ?? now))]);
    }

    private async Task<Dictionary<string, Geometry?>> FootprintsAsync(
        IReadOnlyList<Feature> incidents, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (incidents.Count == 0) return [];
        var query = new FeatureQuery(Footprints)
        {
            Where = [new("id", Comparison.In, [.. incidents.Select(incident => incident.Id)])],
            AsOf = asOf,
            Limit = incidents.Count,
        };
        var page = await store.Features.QueryAsync(query, cancellationToken);
        return page.Features.ToDictionary(shape => shape.Id, shape => shape.Geometry, StringComparer.Ordinal);
    }
}
