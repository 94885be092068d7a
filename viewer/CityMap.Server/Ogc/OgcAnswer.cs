using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityMap.Server.Hosting;
using CityMap.Server.Ogc.Html;
using Microsoft.Net.Http.Headers;

namespace CityMap.Server.Ogc;

/// <summary>Writes a document as JSON or as a page, with its validator; 304 when the caller has it.</summary>
internal static class OgcAnswer
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(HttpContext context, JsonObject document, string title, bool html, string type = OgcLinks.Json)
    {
        var body = html ? HtmlPage.Write(document, title, OgcLinks.Of(context.Request).Root, OgcFormat.IsVietnamese(context.Request)) : document.ToJsonString(_json);
        return SendAsync(context, Encoding.UTF8.GetBytes(body), html ? "text/html; charset=utf-8" : type, null);
    }

    /// <param name="context">The request.</param>
    /// <param name="body">The answer.</param>
    /// <param name="type">Its type.</param>
    /// <param name="state">Names what the answer was made from; null takes a digest of it.</param>
    /// <param name="strong">The entity tag of the document, when its versions are known; else a weak one is made.</param>
    public static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body, string type, string? state, string? strong = null)
    {
        var response = context.Response;
        var tag = strong ?? $"W/\"{Digest(state is null ? body.Span : Encoding.UTF8.GetBytes(state))}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept, Accept-Language, Accept-Encoding";
        HostNames.LetRead(context, "Content-Crs, ETag, Link");
        if (EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Tag == "*" || k.Tag == tag || $"W/{k.Tag}" == tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = type;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));
}
