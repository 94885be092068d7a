using CityMap.Server.Api.Problems;

namespace CityMap.Server.Hosting;

/// <summary>Until the server is ready, data routes say so instead of failing.</summary>
internal static class ReadinessGate
{
    /// <summary>Answers 503 with the stage of the start; the page, health and documents pass.</summary>
    public static void UseReadinessGate(this WebApplication app)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        app.Use((context, next) =>
        {
            if (readiness.IsReady || !NeedsData(context.Request.Path)) return next(context);
            return ProblemResponses.WriteAsync(context, new("starting", readiness.Stage) { RetryAfter = 1 });
        });
    }

    private static bool NeedsData(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/tiles") || path.StartsWithSegments("/ogc") || path.StartsWithSegments("/dashboard");
}
