using CityMap.Geo.Coordinates;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.City;

/// <summary><c>/api/lookup</c>: which district and street a position has, and why.</summary>
internal static class LookupApi
{
    private static readonly QueryParameter<double?> _lon = Parameter.Degrees("lon", "Longitude in degrees, WGS 84.", 106.7615);
    private static readonly QueryParameter<double?> _lat = Parameter.Degrees("lat", "Latitude in degrees, WGS 84.", 21.8537);
    private static readonly QueryParameters _parameters = new(_lon, _lat, IncidentParameters.AsOf);

    /// <summary>Maps the route.</summary>
    public static void MapLookupApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/lookup", Find).WithName("lookUp").WithTags("City").WithMetadata(_parameters)
            .WithSummary("The district that answers for a position, why, and the nearest street.");

    private static Ok<LookupView> Find(HttpRequest request, CityGeography geography, TimeProvider time)
    {
        var values = _parameters.Read(request);
        if (!LonLat.TryCreate(values.Get(_lon)!.Value, values.Get(_lat)!.Value, out var position, out var problem))
        {
            throw new ProblemException(ProblemMapping.OfCoordinate(problem!, null));
        }

        var place = geography.Locate(position, values.Get(IncidentParameters.AsOf) ?? time.GetUtcNow());
        return TypedResults.Ok(new LookupView(
            place.District is { } district ? new(district.Id, district.Name) : null, JurisdictionView.Of(place.Jurisdiction), place.Address));
    }
}

/// <summary>Where a position is.</summary>
internal sealed record LookupView(DistrictRef? District, JurisdictionView? Jurisdiction, string? Address);
