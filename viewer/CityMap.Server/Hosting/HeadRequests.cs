namespace CityMap.Server.Hosting;

/// <summary>HEAD is answered wherever GET is (RFC 9110 §9.1).</summary>
internal static class HeadRequests
{
    private static readonly PathString _feed = new("/api/live");

    /// <summary>
    /// Answers HEAD under <c>/api</c> as GET; the connection sends no body for it. Not for the feed, which has no end. Stands before the routing.
    /// </summary>
    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsHead(request.Method) && request.Path.StartsWithSegments("/api") && request.Path != _feed) request.Method = HttpMethods.Get;
        return next(context);
    });
}
