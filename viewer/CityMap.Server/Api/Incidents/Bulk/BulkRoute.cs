using CityMap.Geo.Journal;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Documents;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Incidents.Bulk;

/// <summary>
/// <c>POST /api/incidents/commands</c>: one command for many incidents. Each is decided by itself, at the version the caller saw: some may be done
/// while others are refused, and the answer says so for each.
/// </summary>
internal sealed class BulkRoute(IGrainFactory grains, IncidentFile file)
{
    // As many at a time as share a commit without keeping others waiting.
    private const int AtOnce = 32;
    private const int LongestKey = 200;

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder incidents)
    {
        var route = ActivatorUtilities.CreateInstance<BulkRoute>(incidents.ServiceProvider);
        incidents.MapPost("/commands", (RequestDelegate)route.ExecuteAsync).WithName("commandIncidents").WithMetadata(QueryParameters.None)
            .Describe(route.ExecuteAsync, BodyDocument.Bulk).Produces<BulkAnswer>()
            .WithSummary("Do the same with many incidents; answered for each once it is durable or refused.");
    }

    private async Task ExecuteAsync(HttpContext context)
    {
        var (request, stop) = (context.Request, context.RequestAborted);
        QueryParameters.None.Read(request);
        var (body, actor, key) = await ReadAsync(request, stop);
        var outcomes = new List<BulkOutcome>(body.Items.Count);
        foreach (var some in body.Items.Chunk(AtOnce))
        {
            outcomes.AddRange(await Task.WhenAll(some.Select(item => OneAsync(body.Command, item, actor, key, stop))));
        }

        await JsonAnswer.WriteAsync(context.Response, new BulkAnswer(outcomes.Count(o => o.Done), outcomes), ApiJson.Plain.BulkAnswer);
    }

    private static async ValueTask<(BulkBody Body, string Actor, IdempotencyKey? Key)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var json = await JsonBody.ReadAsync(request, cancellationToken);
        var actor = Caller.Of(request).Actor;
        var key = json.Key(actor);
        if (key is { Value.Length: > LongestKey })
        {
            throw new ProblemException("invalid_value", "Idempotency-Key", "The key leaves no room for the incidents' ids.", $"at most {LongestKey} characters");
        }

        return (BulkBody.Read(json.Bytes), actor, key);
    }

    private async Task<BulkOutcome> OneAsync(IncidentCommand command, BulkItem item, string actor, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        var id = item.Id.ToString();
        var header = new RequestHeader(actor)
        {
            ExpectedVersion = item.ExpectedVersion,
            Key = key is null ? null : key with { Value = $"{key.Value}/{id}" },
        };
        try
        {
            var reply = await grains.GetGrain<IIncidentGrain>(item.Id).ExecuteAsync(command, header, cancellationToken);
            return reply is IncidentReply.Accepted accepted
                ? new() { Id = id, Done = true, Incident = file.Show(accepted.Incident) }
                : new() { Id = id, Done = false, Problem = Refused.By(reply, file, id).Problem };
        }
        catch (Exception thrown) when (ProblemMapping.From(thrown) is not null)
        {
            // What others were answered stands: this one alone is told to try again.
            return new() { Id = id, Done = false, Problem = ProblemMapping.From(thrown) };
        }
    }
}
