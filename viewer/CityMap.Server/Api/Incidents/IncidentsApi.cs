using CityMap.Server.Api.Parameters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.Incidents;

/// <summary><c>/api/incidents</c>: what is asked, and what is done.</summary>
internal static class IncidentsApi
{
    private static readonly QueryParameters _one = new(IncidentParameters.AsOf);

    /// <summary>Maps the routes.</summary>
    public static void MapIncidentsApi(this IEndpointRouteBuilder routes)
    {
        var incidents = routes.MapGroup("/api/incidents").WithTags("Incidents");
        incidents.MapGet("", ListAsync).WithName("listIncidents").WithMetadata(IncidentParameters.List)
            .WithSummary("Incidents that match a filter, one page at a time.");
        incidents.MapGet("/counts", CountAsync).WithName("countIncidents").WithMetadata(IncidentCounter.Parameters)
            .WithSummary("How many incidents match a filter, by some of their fields.");
        incidents.MapGet("/timeline", TimelineAsync).WithName("incidentTimeline").WithMetadata(IncidentTimeline.Parameters)
            .WithSummary("How many incidents occurred in each bar of a stretch of time.");
        incidents.MapGet("/{id}", FindAsync).WithName("getIncident").WithMetadata(_one)
            .WithSummary("One incident, now or as of a moment.");
        incidents.MapGet("/{id}/history", HistoryAsync).WithName("getIncidentHistory").WithMetadata(QueryParameters.None)
            .WithSummary("Everything that happened to an incident, oldest first.");
        Export.ExportRoute.Map(incidents);
        Syndication.AtomRoute.Map(incidents);
        Near.NearbyRoute.Map(incidents);
        Bulk.BulkRoute.Map(incidents);
        ReportRoute.Map(incidents);
        CommandRoute.Map(incidents);
    }

    private static async Task<Ok<IncidentPage>> ListAsync(HttpRequest request, IncidentReader incidents, CancellationToken cancellationToken) =>
        TypedResults.Ok(await incidents.ListAsync(
            IncidentParameters.List.Read(request), Caller.Of(request).Audience, cancellationToken));

    private static async Task<Ok<IncidentCounts>> CountAsync(
        HttpRequest request, IncidentCounter counter, CancellationToken cancellationToken) =>
        TypedResults.Ok(await counter.CountAsync(
            IncidentCounter.Parameters.Read(request), Caller.Of(request).Audience, cancellationToken));

    private static async Task<Ok<TimelineView>> TimelineAsync(
        HttpRequest request, IncidentTimeline timeline, CancellationToken cancellationToken) =>
        TypedResults.Ok(await timeline.CountAsync(
            IncidentTimeline.Parameters.Read(request), Caller.Of(request).Audience, cancellationToken));

    private static async Task<Ok<IncidentDetail>> FindAsync(
        string id, HttpRequest request, IncidentFile file, CancellationToken cancellationToken)
    {
        var asOf = _one.Read(request).Get(IncidentParameters.AsOf);
        return TypedResults.Ok(await file.FindAsync(IncidentIds.Parse(id), asOf, Caller.Of(request).Audience, cancellationToken));
    }

    private static async Task<Ok<History>> HistoryAsync(
        string id, HttpRequest request, IncidentFile file, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        return TypedResults.Ok(await file.HistoryAsync(IncidentIds.Parse(id), Caller.Of(request).Audience, cancellationToken));
    }
}
