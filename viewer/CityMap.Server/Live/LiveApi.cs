using CityMap.Geo;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CityMap.Server.Live;

/// <summary>
/// <c>GET /api/live</c>: server-sent events. The protocol: read a snapshot (a list with its <c>sequence</c> S), then open the feed with
/// <c>lastEventId={epoch}-{S}</c>: <c>hello</c> names the position it starts from and everything after it follows. After <c>reset</c>
/// read the snapshot again; the stream itself goes on from the position <c>reset</c> names.
/// </summary>
internal static class LiveApi
{
    /// <summary>Maps the route.</summary>
    public static void MapLiveApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/live", (RequestDelegate)ListenAsync).WithName("listen").WithTags("Live").WithMetadata(LiveParameters.All)
            .WithSummary("Server-sent events: every change of the live layers that meets the filter.");

    private static async Task ListenAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var time = services.GetRequiredService<TimeProvider>();
        var request = LiveRequest.Parse(context.Request, time.GetUtcNow());
        var pump = services.GetRequiredService<FeedPump>();
        if (pump.Clients >= services.GetRequiredService<IOptions<LiveOptions>>().Value.MaxClients)
        {
            throw new ProblemException(new("busy", "This node serves as many live connections as it can.") { RetryAfter = 5 });
        }

        var feed = services.GetRequiredService<LiveFeed>();
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await feed.Started.WaitAsync(ended.Token);
        await StartAsync(context, ended.Token);
        var client = new FeedClient(request.Filter, context.Response.BodyWriter, context.Abort, time);
        try
        {
            await GreetAsync(client, request.Position, feed.Epoch, services, ended.Token);
            await client.Done.WaitAsync(ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client went away, or the server is stopping: either way the stream ends here.
        }
        catch (StoreException unavailable)
        {
            // The stream has begun, so there is no status left to give: it ends, and the client resumes by its last id.
            services.GetRequiredService<ILogger<LiveFeed>>().FeedClientNotCaughtUp(unavailable.Message);
        }
        finally
        {
            pump.Leave(client);
            await client.SettleAsync();
        }
    }

    private static Task StartAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        return response.StartAsync(cancellationToken);
    }

    private static async Task GreetAsync(
        FeedClient client, FeedPosition? position, string epoch, IServiceProvider services, CancellationToken cancellationToken)
    {
        var log = services.GetRequiredService<FeedLog>();
        var pump = services.GetRequiredService<FeedPump>();
        var catchUp = services.GetRequiredService<FeedCatchUp>();
        var known = position is { } p && p.Epoch == epoch && await IsPastAsync(p.Sequence);
        var start = known ? position!.Value.Sequence : log.Head;
        await client.SendAsync(FeedFrames.Hello(epoch, start), cancellationToken);
        if (position is not null && !known) await client.SendAsync(FeedFrames.Reset(epoch, start), cancellationToken);
        client.Cursor = start;
        while (!pump.TryJoin(client))
        {
            var reached = await catchUp.RunAsync(epoch, client.Cursor, client.Filter, b => client.SendAsync(b, cancellationToken), cancellationToken);
            client.Cursor = reached ?? log.Head;
            if (reached is null) await client.SendAsync(FeedFrames.Reset(epoch, client.Cursor), cancellationToken);
        }

        // A snapshot may be a moment ahead of this node's log, never ahead of the journal.
        async Task<bool> IsPastAsync(long sequence) =>
            sequence <= log.Head || sequence <= await services.GetRequiredService<IStore>().Journal.HeadAsync(cancellationToken);
    }
}
