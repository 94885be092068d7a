using CityMap.Geo.Journal;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;
using CityMap.Server.Api.Bodies;

namespace CityMap.Server.Api.Incidents;

/// <summary>
/// <c>POST /api/incidents</c>, the busiest route: it reads the connection's own buffers and writes into them, and asks for nothing it does not need.
/// </summary>
internal sealed class ReportRoute(IncidentIntake intake, IncidentFile file)
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder incidents)
    {
        var route = ActivatorUtilities.CreateInstance<ReportRoute>(incidents.ServiceProvider);
        incidents.MapPost("", (RequestDelegate)route.ReportAsync).WithName("reportIncident").WithMetadata(Parameters.QueryParameters.None)
            .WithSummary("Report an incident; answered once it is durable.");
    }

    private async Task ReportAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.QueryString.HasValue) Parameters.QueryParameters.None.Read(request);
        var body = await JsonBody.ReadAsync(request, context.RequestAborted);
        var caller = Caller.Of(request);
        var read = ReportBody.Read(body);
        var key = Caller.Key(request) is { } value ? new IdempotencyKey(caller.Actor, value, JsonBody.Hash(body)) : null;
        JsonBody.Release(request, body);

        var header = new RequestHeader(caller.Actor) { OccurredAt = read.OccurredAt, Key = key };
        var reply = await intake.ReportAsync(read.Report, header, context.RequestAborted);
        if (reply is not IncidentReply.Accepted accepted) throw Refused.By(reply, file, "");
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = $"/api/incidents/{accepted.Incident.Id}";
        await JsonAnswer.WriteAsync(context.Response, file.Show(accepted.Incident), ApiJson.Plain.IncidentDetail);
    }
}
