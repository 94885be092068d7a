using CityMap.Geo.Layers;
using CityMap.Server.Api.Parameters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.Incidents.Near;

/// <summary><c>GET /api/incidents/{id}/nearby</c> and <c>/similar</c>: what else is there, and what was like it.</summary>
internal static class NearbyRoute
{
    private static readonly QueryParameter<int?> _radius = Parameter.Whole("radius", "How far, in metres; 500 when absent.", 1, 20_000, 500);
    private static readonly QueryParameter<int?> _limit = Parameter.Whole("limit", "How many at most; 8 when absent.", 1, 50, 8);
    private static readonly QueryParameters _nearby = new(_radius, _limit, IncidentParameters.AsOf);
    private static readonly QueryParameters _similar = new(_limit, IncidentParameters.AsOf);

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder incidents)
    {
        incidents.MapGet("/{id}/nearby", NearbyAsync).WithName("listNearbyIncidents").WithMetadata(_nearby)
            .WithSummary("Open incidents around one, the nearest first.");
        incidents.MapGet("/{id}/similar", SimilarAsync).WithName("listSimilarIncidents").WithMetadata(_similar)
            .WithSummary("Incidents of the same type near one in place and time, the likest first.");
    }

    private static async Task<Ok<NearPage>> NearbyAsync(string id, HttpRequest request, IncidentSurroundings around, CancellationToken cancellationToken)
    {
        var values = _nearby.Read(request);
        return TypedResults.Ok(await around.NearbyAsync(
            IncidentIds.Parse(id), values.Get(_radius) ?? 500, values.Get(_limit) ?? 8, Ask(values, request), cancellationToken));
    }

    private static async Task<Ok<NearPage>> SimilarAsync(string id, HttpRequest request, IncidentSurroundings around, CancellationToken cancellationToken)
    {
        var values = _similar.Read(request);
        return TypedResults.Ok(await around.SimilarAsync(IncidentIds.Parse(id), values.Get(_limit) ?? 8, Ask(values, request), cancellationToken));
    }

    private static (Audience Audience, DateTimeOffset? AsOf) Ask(QueryValues values, HttpRequest request) =>
        (Caller.Of(request).Audience, values.Get(IncidentParameters.AsOf));
}
