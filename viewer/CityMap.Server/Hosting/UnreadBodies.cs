using Microsoft.AspNetCore.Http.Features;

namespace CityMap.Server.Hosting;

/// <summary>
/// Takes in what is left of a body that was refused before its end. A connection that is closed on bytes nobody has read is reset, and the answer
/// that says why the body was refused is lost on the way.
/// </summary>
internal static class UnreadBodies
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(10);

    /// <summary>Reads on after a refusal; of more than <see cref="BodyLimits.Drained"/> bytes the rest is left, and the connection with it.</summary>
    public static void UseUnreadBodies(this WebApplication app)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            if (context.Request.ContentLength > BodyLimits.Drained) context.Response.OnStarting(CloseWhenRefused, context);
            await next(context);
            if (Refused(context) && MayCome(context)) await DrainAsync(context, time);
        });
    }

    private static bool Refused(HttpContext context) => context.Response.StatusCode >= StatusCodes.Status400BadRequest;

    // Whoever waits to be told to go on, and was told why not, sends nothing more: nobody has begun to read.
    private static bool MayCome(HttpContext context) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
        && !context.RequestAborted.IsCancellationRequested
        && (Unread(context) is null || context.Request.Headers.Expect.Count == 0);

    // The limit of a body can be set until somebody reads from it.
    private static IHttpMaxRequestBodySizeFeature? Unread(HttpContext context) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit ? limit : null;

    private static Task CloseWhenRefused(object state)
    {
        var context = (HttpContext)state;
        if (Refused(context)) context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }

    private static async Task DrainAsync(HttpContext context, TimeProvider time)
    {
        if (Unread(context) is { } limit) limit.MaxRequestBodySize = null;
        using var patience = new CancellationTokenSource(_longest, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        try
        {
            var body = context.Request.BodyReader;
            for (var taken = 0L; taken < BodyLimits.Drained;)
            {
                var read = await body.ReadAsync(stop.Token);
                taken += read.Buffer.Length;
                body.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) return;
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The caller has read the answer and is gone, or goes on sending for too long.
        }
    }
}
