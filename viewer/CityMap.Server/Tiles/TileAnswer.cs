using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CityMap.Server.Tiles;

/// <summary>
/// Answers with a tile: 200, 204 when it is empty, 304 when the caller has it. Validators are strong, so the compressed form has its own.
/// </summary>
internal static class TileAnswer
{
    private const string MediaType = "application/vnd.mapbox-vector-tile";

    /// <summary>
    /// The sequence up to which the live feed is in the tile: a map draws only newer changes beside it. It is no part of the validator,
    /// so an unchanged tile answers 304 with the newer sequence.
    /// </summary>
    public const string SequenceHeader = "CityMap-Sequence";

    // An address that names its version is a new address after the next import.
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string Ask = "no-cache";

    /// <summary>Answers 304 when the state alone shows that the caller has the tile.</summary>
    public static bool NotModified(HttpContext context, TileState state, TileFilter filter) =>
        state.IsTag && NotModified(context, state, filter, TagOf(state, filter));

    /// <summary>Writes the tile.</summary>
    public static Task WriteAsync(HttpContext context, TileState state, TileFilter filter, Tile tile)
    {
        var tag = state.IsTag ? TagOf(state, filter) : tile.Tag;
        if (NotModified(context, state, filter, tag)) return Task.CompletedTask;
        var response = context.Response;
        var compressed = tile.Compressed is not null && TakesGzip(context.Request) ? tile.Compressed : null;
        SetHeaders(response, state, filter, compressed is null ? tag : tag + "-gz");
        if (tile.IsEmpty)
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        response.ContentType = MediaType;
        var body = compressed ?? tile.Plain;
        if (compressed is not null) response.Headers.ContentEncoding = "gzip";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static bool NotModified(HttpContext context, TileState state, TileFilter filter, string tag)
    {
        StringValues wanted = context.Request.Headers.IfNoneMatch;
        if (wanted.Count == 0 || !EntityTagHeaderValue.TryParseList(wanted, out var tags)) return false;
        var known = tags.FirstOrDefault(t => t.Tag == "*" || t.Tag == $"\"{tag}\"" || t.Tag == $"\"{tag}-gz\"");
        if (known is null) return false;
        SetHeaders(context.Response, state, filter, known.Tag == "*" ? tag : known.Tag.ToString().Trim('"'));
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static void SetHeaders(HttpResponse response, TileState state, TileFilter filter, string tag)
    {
        response.Headers.ETag = $"\"{tag}\"";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (state.Sequence is { } sequence) response.Headers[SequenceHeader] = sequence.ToString(Api.Texts.Plain);
        response.Headers.CacheControl =
            !state.Layer.Live && filter.Version == state.Layer.Version.ToString(Api.Texts.Plain) ? ForGood : Ask;
    }

    /// <summary>Layer version, audience and filter name the content of every tile of a static layer; its place is in the address.</summary>
    private static string TagOf(TileState state, TileFilter filter) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{state.Layer.Id}\n{state.Name}\n{filter.Key}")).AsSpan(0, 12));

    private static bool TakesGzip(HttpRequest request)
    {
        StringValues accepted = request.Headers.AcceptEncoding;
        return accepted.Count > 0
            && StringWithQualityHeaderValue.TryParseList(accepted, out var codings)
            && codings.Any(c => c.Quality is not 0 && (c.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) || c.Value == "*"));
    }
}
