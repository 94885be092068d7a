using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace CityMap.Server.Hosting;

/// <summary>
/// A strong entity tag names bytes, so that a compressed answer has its own (RFC 9110 §8.8.3.3): the tag with the coding behind it. Whoever
/// sends it back means the same version, so that nobody else has to know of it.
/// </summary>
internal static partial class CodedTags
{
    private static readonly (string Coding, string Mark)[] _marks = [("gzip", "-gz"), ("br", "-br")];

    /// <summary>Marks the tags of compressed answers, and takes the marks off the tags of requests. Stands before the compression.</summary>
    public static void UseCodedTags(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Request.Headers;
        var asked = headers.IfNoneMatch;
        if (asked.Count > 0) headers.IfNoneMatch = Plain(asked);
        if (headers.IfMatch.Count > 0) headers.IfMatch = Plain(headers.IfMatch);
        context.Response.OnStarting(() =>
        {
            Mark(context.Response, asked);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Mark(HttpResponse response, StringValues asked)
    {
        var tag = response.Headers.ETag.ToString();
        if (!tag.StartsWith('"')) return;
        foreach (var (coding, mark) in _marks)
        {
            // What is not sent again is named as the caller has it.
            var marked = $"{tag[..^1]}{mark}\"";
            var meant = response.StatusCode == StatusCodes.Status304NotModified
                ? asked.ToString().Contains(marked, StringComparison.Ordinal)
                : response.Headers.ContentEncoding == coding && !tag.EndsWith($"{mark}\"", StringComparison.Ordinal);
            if (!meant) continue;
            response.Headers.ETag = marked;
            return;
        }
    }

    private static StringValues Plain(StringValues tags) => new([.. tags.Select(text => Marked().Replace(text ?? "", "\""))]);

    [GeneratedRegex("-(?:gz|br)\"")]
    private static partial Regex Marked();
}
