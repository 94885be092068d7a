using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Documents;

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
            .Describe(route.ReportAsync, BodyDocument.Report).Produces<IncidentDetail>(StatusCodes.Status201Created)
            .WithSummary("Report an incident; answered once it is durable.");
    }

    private async Task ReportAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.QueryString.HasValue) Parameters.QueryParameters.None.Read(request);
        var (report, header) = await ReadAsync(request, context.RequestAborted);
        var reply = await intake.ReportAsync(report, header, context.RequestAborted);
        if (reply is not IncidentReply.Accepted accepted) throw Refused.By(reply, file, "");
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = $"/api/incidents/{accepted.Incident.Id}";
        await JsonAnswer.WriteAsync(context.Response, file.Show(accepted.Incident), ApiJson.Plain.IncidentDetail);
    }

    private static async ValueTask<(ReportIncident Report, RequestHeader Header)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        var caller = Caller.Of(request);
        var read = ReportBody.Read(body.Bytes);
        return (read.Report, new RequestHeader(caller.Actor) { OccurredAt = read.OccurredAt, Key = body.Key(caller.Actor) });
    }
}
