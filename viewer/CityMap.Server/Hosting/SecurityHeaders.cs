namespace CityMap.Server.Hosting;

/// <summary>What every answer tells the browser about what it may do.</summary>
internal static class SecurityHeaders
{
    // MapLibre starts its workers from blob: addresses; everything else comes from this server alone.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; worker-src 'self' blob:; child-src blob:; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        + "frame-ancestors 'none'";

    // The API's page and the silo's dashboard are made by others: they carry their scripts within the page.
    private const string ForeignPagePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = IsForeign(context.Request.Path) ? ForeignPagePolicy : ContentPolicy;
        return next(context);
    });

    private static bool IsForeign(PathString path) => path.StartsWithSegments("/docs") || path.StartsWithSegments("/dashboard");
}
