using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Layers.Export;
using CityMap.Server.Live;

namespace CityMap.Server.Api.Incidents;

/// <summary>Where many incidents are read from: this node's memory when it holds everything that was committed before the request, else the store.</summary>
internal sealed class IncidentSource(IStore store, FreshLayers live, ExportPlaces places)
{
    /// <summary>One page.</summary>
    public async Task<FeaturePage> QueryAsync(FeatureQuery query, CancellationToken cancellationToken)
    {
        if (query.AsOf is not null || await live.FindAsync(IncidentFilter.Layer, cancellationToken) is not { } now) return await store.Features.QueryAsync(query, cancellationToken);
        return now.Snapshot.Query(query) with { Sequence = now.Sequence };
    }

    /// <summary>Every match in the order asked for, all of the same moment.</summary>
    /// <exception cref="Problems.ProblemException">Too many read the store so already.</exception>
    public async Task<IncidentReading> ReadAsync(FeatureQuery query, CancellationToken cancellationToken)
    {
        if (query.AsOf is null && await live.FindAsync(IncidentFilter.Layer, cancellationToken) is { } now) return IncidentReading.Of(now.Snapshot, query);
        var place = places.Take();
        try
        {
            var matched = (await store.Features.QueryAsync(query with { Limit = 1 }, cancellationToken)).NumberMatched;
            return IncidentReading.Of(await store.Features.BeginReadingAsync(query, ordered: true, cancellationToken), matched, place);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }
}
