using CityMap.Server.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace CityMap.Server.Hosting.Page;

/// <summary>Serves the console: its files, and the page at its only address; what is looked at stands in the query.</summary>
internal static class PageRoute
{
    /// <summary>The end of the pipeline: what no route has answered.</summary>
    public static void UsePage(this WebApplication app)
    {
        var files = new PageFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        app.Run(context => ServeAsync(context, files));
    }

    private static Task ServeAsync(HttpContext context, PageFiles files)
    {
        var (request, path) = (context.Request, context.Request.Path.Value ?? "/");
        var asset = path is "/" or "" ? files.Index : files.Find(path);
        if (asset is null) return ProblemResponses.WriteAsync(context, new("not_found", $"There is nothing at {path}."));
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return ProblemResponses.WriteAsync(context, new("method_not_allowed", $"{request.Method} is not possible on {path}.") { Allowed = ["GET", "HEAD"] });
        }

        return SendAsync(context, asset);
    }

    private static Task SendAsync(HttpContext context, PageAsset asset)
    {
        var (request, response) = (context.Request, context.Response);
        var (bytes, encoding) = asset.For(request.Headers.AcceptEncoding.ToString());
        response.Headers.ETag = asset.Tag;
        response.Headers.CacheControl = asset.CacheControl;
        if (asset.Compressible) response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.Headers.IfNoneMatch.ToString().Contains(asset.Tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentType = asset.ContentType;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes).AsTask();
    }
}
