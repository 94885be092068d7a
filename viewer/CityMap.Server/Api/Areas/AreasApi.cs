using CityMap.Geo.Coordinates;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.Areas;

/// <summary><c>/api/areas</c>: the editions of administered areas, side by side.</summary>
internal static class AreasApi
{
    private static readonly QueryParameter<double?> _lon = Parameter.Degrees("lon", "Longitude in degrees, WGS 84.", 106.68389);
    private static readonly QueryParameter<double?> _lat = Parameter.Degrees("lat", "Latitude in degrees, WGS 84.", 22.00306);
    private static readonly QueryParameter<DateOnly?> _on = EditionParameters.Day("on", "Among the areas in force on this day; today when absent.", "2025-06-30");
    private static readonly QueryParameter<string> _from = Parameter.Text("from", "The earlier edition.", "2020") with { Required = true };
    private static readonly QueryParameter<string> _to = Parameter.Text("to", "The later edition.", "2025") with { Required = true };
    private static readonly QueryParameter<string> _edition = Parameter.Text("edition", "The edition to look at.", "2025") with { Required = true };

    private static readonly QueryParameters _lookup = new(_lon, _lat, _on);
    private static readonly QueryParameters _changes = new(_from, _to);
    private static readonly QueryParameters _topology = new(_edition);

    /// <summary>Maps the routes.</summary>
    public static void MapAreasApi(this IEndpointRouteBuilder routes)
    {
        var areas = routes.MapGroup("/api/areas").WithTags("Areas");
        areas.MapGet("/editions", List).WithName("listAreaEditions").WithMetadata(QueryParameters.None)
            .WithSummary("Every edition of areas, with the days it is in force.");
        areas.MapPost("/editions", EditionImport.AnswerAsync).WithName("importAreaEdition").WithMetadata(EditionParameters.All)
            .WithSummary("Import an edition of areas from a file; the other editions stay beside it.");
        areas.MapGet("/lookup", Find).WithName("lookUpArea").WithMetadata(_lookup)
            .WithSummary("The area that answers for a position on a day, and why.");
        areas.MapGet("/changes", ChangesAsync).WithName("compareAreaEditions").WithMetadata(_changes)
            .WithSummary("Codes and names that do not mean the same in two editions, and of which land each area was made.");
        areas.MapGet("/topology", TopologyAsync).WithName("checkAreaEdition").WithMetadata(_topology)
            .WithSummary("Overlaps, gaps and slivers of an edition, as GeoJSON.");
    }

    private static Ok<EditionPage> List(HttpRequest request, AreaChecks checks)
    {
        QueryParameters.None.Read(request);
        return TypedResults.Ok(new EditionPage([.. checks.Editions.Select(EditionView.Of)]));
    }

    private static Ok<AreaLookupView> Find(HttpRequest request, CityGeography geography, TimeProvider time)
    {
        var values = _lookup.Read(request);
        if (!LonLat.TryCreate(values.Get(_lon)!.Value, values.Get(_lat)!.Value, out var position, out var problem))
        {
            throw new ProblemException(ProblemMapping.OfCoordinate(problem!, null));
        }

        var on = values.Get(_on) ?? AreaDays.Of(time.GetUtcNow());
        var why = geography.Districts.Find(position, on);
        var area = why.AreaId is { } id && geography.Districts.TryGet(id, out var found) ? found : null;
        return TypedResults.Ok(new AreaLookupView(EditionView.Day(on), area is null ? null : AreaRefView.Of(area), JurisdictionView.Of(why), AreaWords.Why(why, area)));
    }

    private static async Task<Ok<EditionDifferenceView>> ChangesAsync(HttpRequest request, AreaChecks checks, CancellationToken cancellationToken)
    {
        var values = _changes.Read(request);
        var (from, to) = (checks.Find(values.Get(_from)!, "from"), checks.Find(values.Get(_to)!, "to"));
        return TypedResults.Ok(EditionDifferenceView.Of(from.Id, to.Id, await checks.CompareAsync(from, to, cancellationToken)));
    }

    private static async Task TopologyAsync(HttpContext context, AreaChecks checks, CancellationToken cancellationToken)
    {
        var edition = checks.Find(_topology.Read(context.Request).Get(_edition)!, "edition");
        var problems = await checks.CheckAsync(edition, cancellationToken);
        await TopologyAnswer.WriteAsync(context.Response, edition, problems, cancellationToken);
    }
}
