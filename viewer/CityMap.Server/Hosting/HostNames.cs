using CityMap.Server.Api.Problems;

namespace CityMap.Server.Hosting;

/// <summary>
/// A page on the internet can make a browser send requests here under its own name (DNS rebinding). Until accounts exist this server
/// answers to the names of its own machine only, and takes changes from its own pages only.
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
        if (origin.Count == 0 || HttpMethods.IsGet(request.Method)) return next(context);
        return Uri.TryCreate(origin[0], UriKind.Absolute, out var page) && IsOwn(page.Host)
            ? next(context)
            : ProblemResponses.WriteAsync(context, new("forbidden", "Another page may not change anything here.") { Field = "Origin" });
    });

    private static bool IsOwn(string host)
    {
        foreach (var own in _own)
        {
            if (own.Equals(host, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
