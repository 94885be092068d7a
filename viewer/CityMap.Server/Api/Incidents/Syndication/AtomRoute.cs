using System.Security.Cryptography;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Districts;
using CityMap.Server.Api.Parameters;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CityMap.Server.Api.Incidents.Syndication;

/// <summary><c>GET /api/incidents/feed.atom</c>: the newest incidents of a filter, for feed readers and maps that read GeoRSS.</summary>
internal sealed class AtomRoute(IncidentSource source, CityGeography geography, TimeProvider time)
{
    private const int Entries = 100;

    private static readonly QueryParameters _parameters = IncidentParameters.Filter.And(IncidentParameters.Sort, Parameter.Language);

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder incidents)
    {
        var route = ActivatorUtilities.CreateInstance<AtomRoute>(incidents.ServiceProvider);
        incidents.MapGet("/feed.atom", route.FeedAsync).WithName("incidentFeed").WithMetadata(_parameters)
            .WithSummary("The newest 100 incidents that match a filter, as Atom with GeoRSS.");
    }

    private async Task<FileContentHttpResult> FeedAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var values = _parameters.Read(request);
        var now = time.GetUtcNow();
        var filter = IncidentFilter.From(values, now);
        var query = IncidentOrder.Of(values).Apply(filter.Query(Caller.Of(request).Audience)) with { Limit = Entries };
        var page = await source.QueryAsync(query, cancellationToken);
        var address = PublicAddress.Of(request);
        var feed = new AtomFeed(address, new(values.Get(Parameter.Language) != "en", filter.AsOf ?? now, geography.NameOf));
        var document = feed.Write(new($"{address}{request.Path}{request.QueryString}"), page.Features);

        // Readers ask every few minutes: what they have already is answered without a body.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(document).AsSpan(0, 12))}\"");
        return TypedResults.File(document, "application/atom+xml; charset=utf-8", entityTag: tag);
    }
}
