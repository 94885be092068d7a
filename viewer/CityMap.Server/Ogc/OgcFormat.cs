using CityMap.Server.Api.Parameters;
using Microsoft.Net.Http.Headers;

namespace CityMap.Server.Ogc;

/// <summary>Which form of an answer is wanted: the parameter decides, then the header Accept; JSON otherwise.</summary>
internal static class OgcFormat
{
    public static readonly QueryParameter<string> Parameter =
        Api.Parameters.Parameter.OneOf("f", "The form of the answer; the header Accept decides without it.", ["json", "html"]);

    public static bool IsHtml(HttpRequest request, QueryValues values)
    {
        if (values.Get(Parameter) is { } wanted) return wanted == "html";
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)) return false;
        var best = accepted.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault(type =>
            type.MediaType.Value is "text/html" or "application/json" or "application/geo+json" or "application/*" or "*/*"
            || type.MediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
        return best?.MediaType.Value == "text/html";
    }

    /// <summary>True when the caller reads Vietnamese rather than English.</summary>
    public static bool IsVietnamese(HttpRequest request)
    {
        var languages = request.Headers.AcceptLanguage.ToString();
        var (vi, en) = (languages.IndexOf("vi", StringComparison.OrdinalIgnoreCase), languages.IndexOf("en", StringComparison.OrdinalIgnoreCase));
        return vi >= 0 && (en < 0 || vi < en);
    }
}
