using System.Buffers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Documents;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Incidents.Near;
using CityMap.Server.Api.Parameters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.Facilities;

/// <summary><c>/api/facilities</c>: what stands in the city, and how it does.</summary>
internal static class FacilitiesApi
{
    /// <summary>Maps the routes.</summary>
    public static void MapFacilitiesApi(this IEndpointRouteBuilder routes)
    {
        var facilities = routes.MapGroup("/api/facilities").WithTags("Facilities");
        facilities.MapGet("", ListAsync).WithName("listFacilities").WithMetadata(FacilityParameters.List)
            .WithSummary("Facilities that match a filter, one page at a time.");
        facilities.MapGet("/{id}", FindAsync).WithName("getFacility").WithMetadata(FacilityParameters.One)
            .WithSummary("One facility with its limits, latest measurements, history and incidents.");
        facilities.MapPut("/{id}", DefineAsync).WithName("defineFacility").WithMetadata(QueryParameters.None, BodyDocument.Facility)
            .WithSummary("Define a facility, or define it anew.");
        facilities.MapPost("/{id}/status", ChangeAsync).WithName("setFacilityStatus").WithMetadata(QueryParameters.None, BodyDocument.Status)
            .WithSummary("Say how a facility does.");
        facilities.MapPost("/{id}/capacity", FillAsync).WithName("setFacilityCapacity").WithMetadata(QueryParameters.None, BodyDocument.Capacity)
            .WithSummary("Say how full a facility is.");
        facilities.MapGet("/{id}/nearby", NearbyAsync).WithName("listIncidentsNearFacility").WithMetadata(FacilityParameters.Nearby)
            .WithSummary("Open incidents around a facility, the nearest first.");
        facilities.MapPost("/{id}/readings", RecordAsync).WithName("recordReadings").WithMetadata(QueryParameters.None, BodyDocument.Readings)
            .WithSummary("Keep measurements; a crossed limit raises one incident.");
        facilities.MapGet("/{id}/readings", ReadingsAsync).WithName("listReadings").WithMetadata(FacilityParameters.Readings)
            .WithSummary("Measurements of a facility, oldest first, at most 10,000 (the newest).");
        facilities.MapGet("/{id}/readings/series", SeriesAsync).WithName("getReadingSeries").WithMetadata(FacilityParameters.Series)
            .WithSummary("Measurements of one quantity in steps of equal length, each with its lowest, mean and highest value.");
    }

    private static async Task<Ok<FacilityPage>> ListAsync(
        HttpRequest request, IStore store, FacilityViews views, CancellationToken cancellationToken)
    {
        var query = FacilityParameters.Query(FacilityParameters.List.Read(request), Caller.Of(request).Audience);
        var page = await store.Features.QueryAsync(query, cancellationToken);
        return TypedResults.Ok(new FacilityPage(
            page.NumberMatched, page.Features.Count, page.Sequence, page.Next, [.. page.Features.Select(views.Item)]));
    }

    private static async Task<Ok<FacilityDetail>> FindAsync(
        string id, HttpRequest request, FacilityFile file, CancellationToken cancellationToken)
    {
        var asOf = FacilityParameters.One.Read(request).Get(IncidentParameters.AsOf);
        return TypedResults.Ok(await file.FindAsync(id, asOf, Caller.Of(request).Audience, cancellationToken));
    }

    private static Task<IResult> DefineAsync(
        string id, HttpRequest request, IGrainFactory grains, FacilityFile file, CancellationToken cancellationToken) =>
        ExecuteAsync(id, request, grains, file, FacilityBodies.Define, cancellationToken);

    private static Task<IResult> ChangeAsync(
        string id, HttpRequest request, IGrainFactory grains, FacilityFile file, CancellationToken cancellationToken) =>
        ExecuteAsync(id, request, grains, file, FacilityBodies.Change, cancellationToken);

    private static Task<IResult> FillAsync(
        string id, HttpRequest request, IGrainFactory grains, FacilityFile file, CancellationToken cancellationToken) =>
        ExecuteAsync(id, request, grains, file, FacilityBodies.Fill, cancellationToken);

    private static async Task<Ok<NearPage>> NearbyAsync(
        string id, HttpRequest request, FacilityFile file, IncidentSurroundings around, CancellationToken cancellationToken)
    {
        var values = FacilityParameters.Nearby.Read(request);
        var ask = (Caller.Of(request).Audience, values.Get(IncidentParameters.AsOf));
        var facility = await file.FindAsync(id, ask.Item2, ask.Audience, cancellationToken);
        return TypedResults.Ok(facility.Position is { } at
            ? await around.AroundAsync(
                new(at.Lon, at.Lat), values.Get(FacilityParameters.Radius) ?? 500, values.Get(FacilityParameters.Most) ?? 8, ask, cancellationToken)
            : new NearPage([]));
    }

    private static async Task<IResult> ExecuteAsync(
        string id,
        HttpRequest request,
        IGrainFactory grains,
        FacilityFile file,
        Func<ReadOnlySequence<byte>, (FacilityCommand Command, long? ExpectedVersion)> read,
        CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        var (asked, header) = await BodyAsync(request, read, cancellationToken);
        var (command, version) = asked;
        header = header with { ExpectedVersion = version };
        var reply = await grains.GetGrain<IFacilityGrain>(FacilityFile.CheckId(id)).ExecuteAsync(command, header, cancellationToken);
        var detail = await file.AnswerAsync(id, reply, cancellationToken);
        return reply is FacilityReply.Accepted { Created: true }
            ? TypedResults.Created($"/api/facilities/{Uri.EscapeDataString(id)}", detail)
            : TypedResults.Ok(detail);
    }

    private static async Task<Ok<FacilityDetail>> RecordAsync(
        string id, HttpRequest request, IGrainFactory grains, FacilityFile file, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        var (readings, header) = await BodyAsync(request, LimitBodies.Readings, cancellationToken);
        var reply = await grains.GetGrain<IFacilityGrain>(FacilityFile.CheckId(id)).RecordAsync(readings, header, cancellationToken);
        return TypedResults.Ok(await file.AnswerAsync(id, reply, cancellationToken));
    }

    private static async Task<Ok<ReadingPage>> ReadingsAsync(
        string id, HttpRequest request, FacilityFile file, CancellationToken cancellationToken)
    {
        var values = FacilityParameters.Readings.Read(request);
        return TypedResults.Ok(await file.ReadingsAsync(
            id, values.Get(FacilityParameters.Quantity), values.Get(FacilityParameters.From), values.Get(FacilityParameters.To), cancellationToken));
    }

    private static async Task<Ok<SeriesView>> SeriesAsync(
        string id, HttpRequest request, ReadingSeries series, CancellationToken cancellationToken) =>
        TypedResults.Ok(await series.ReadAsync(FacilityFile.CheckId(id), FacilityParameters.Series.Read(request), cancellationToken));

    private static async ValueTask<(T Value, RequestHeader Header)> BodyAsync<T>(
        HttpRequest request, Func<ReadOnlySequence<byte>, T> read, CancellationToken cancellationToken)
    {
        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        var caller = Caller.Of(request);
        return (read(body.Bytes), new RequestHeader(caller.Actor) { Key = body.Key(caller.Actor) });
    }
}
