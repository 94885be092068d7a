using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Documents;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Api.Incidents;

/// <summary><c>POST /api/incidents/{id}/commands</c>: do something with an incident.</summary>
internal sealed class CommandRoute(IGrainFactory grains, IncidentFile file)
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder incidents)
    {
        var route = ActivatorUtilities.CreateInstance<CommandRoute>(incidents.ServiceProvider);
        incidents.MapPost("/{id}/commands", (RequestDelegate)route.ExecuteAsync).WithName("commandIncident").WithMetadata(QueryParameters.None)
            .Describe(route.ExecuteAsync, BodyDocument.Command).Produces<IncidentDetail>()
            .WithSummary("Do something with an incident; answered once it is durable.");
    }

    private async Task ExecuteAsync(HttpContext context)
    {
        var request = context.Request;
        QueryParameters.None.Read(request);
        var id = (string)request.RouteValues["id"]!;
        var (command, header) = await ReadAsync(request, context.RequestAborted);
        var reply = await grains.GetGrain<IIncidentGrain>(IncidentIds.Parse(id)).ExecuteAsync(command, header, context.RequestAborted);
        if (reply is not IncidentReply.Accepted accepted) throw Refused.By(reply, file, id);
        await JsonAnswer.WriteAsync(context.Response, file.Show(accepted.Incident), ApiJson.Plain.IncidentDetail);
    }

    private static async ValueTask<(IncidentCommand Command, RequestHeader Header)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        var caller = Caller.Of(request);
        var read = CommandBody.Read(body.Bytes);
        return (read.Command, new RequestHeader(caller.Actor)
        {
            ExpectedVersion = read.ExpectedVersion,
            OccurredAt = read.OccurredAt,
            Key = body.Key(caller.Actor),
        });
    }
}
