using CityMap.Geo.Storage;
using CityMap.Server.Api.Problems;
using CityMap.Server.Hosting;

namespace CityMap.Server.Api.Health;

/// <summary>Is the process there, and can it work?</summary>
internal static class HealthApi
{
    /// <summary><c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealthApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", static () => TypedResults.Text("live\n")).ExcludeFromDescription();
        routes.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, IStore store, CancellationToken cancellationToken)
    {
        if (!readiness.IsReady) throw new ProblemException(new Problem("starting", readiness.Stage) { RetryAfter = 1 });
        await store.CheckAsync(cancellationToken);
        return TypedResults.Text("ready\n");
    }
}
