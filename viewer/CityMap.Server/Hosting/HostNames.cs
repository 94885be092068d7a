using CityMap.Server.Api.Problems;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CityMap.Server.Hosting;

/// <summary>
/// A page on the internet can make a browser send requests here under its own name (DNS rebinding). Until accounts exist this server
/// answers to the names of its own machine only, takes changes from its own pages only, and lets pages of this machine alone read from others.
/// </summary>
internal static class HostNames
{
    private static readonly string[] _own = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Refuses other names and other pages.</summary>
    public static void UseOwnHostNames(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var request = context.Request;
        if (!IsOwn(request.Host.Host))
        {
            return ProblemResponses.WriteAsync(context, new("wrong_host", "This server answers to localhost and 127.0.0.1 only.")
            {
                Field = "Host",
                Allowed = _own,
            });
        }

        var origin = request.Headers.Origin;
        if (origin.Count == 0 || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsSame(origin, request)) return next(context);
        return ProblemResponses.WriteAsync(context, new("forbidden", "Another page may not change anything here.")
        {
            Field = "Origin",
            Expected = OriginOf(request),
        });
    });

    /// <summary>Lets a page read this answer when it is of this machine, from whatever port; to others the browser does not show it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="exposed">The headers such a page may read, too.</param>
    public static void LetRead(HttpContext context, string exposed)
    {
        var headers = context.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        var origin = context.Request.Headers.Origin;
        if (PageOf(origin) is not { } page || !IsOwn(page.Host)) return;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = exposed;
    }

    // A page of another port of this machine is another program's.
    private static bool IsSame(StringValues origin, HttpRequest request) =>
        PageOf(origin) is { } page && Uri.TryCreate(OriginOf(request), UriKind.Absolute, out var own)
        && Uri.Compare(page, own, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static string OriginOf(HttpRequest request) => $"{request.Scheme}://{request.Host.Value}";

    private static Uri? PageOf(StringValues origin) =>
        origin.Count == 1 && Uri.TryCreate(origin[0], UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttp || page.Scheme == Uri.UriSchemeHttps) ? page : null;

    private static bool IsOwn(string host)
    {
        foreach (var own in _own)
        {
            if (own.Equals(host, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
