using CityMap.Geo.Layers;
using CityMap.Server.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace CityMap.Server.Ogc.Editing;

/// <summary>The versions of a feature as HTTP knows them (RFC 9110 §8.8.3, §13.1.1).</summary>
internal static class EntityTags
{
    /// <summary>The strong tag of a feature's GeoJSON; each coordinate system is a representation of its own.</summary>
    public static string Of(Feature feature, OgcCrs crs) =>
        crs == OgcCrs.Crs84 ? $"\"{FeatureTag.Of(feature)}\"" : $"\"{FeatureTag.Of(feature)}-{crs.Uri[(crs.Uri.LastIndexOf('/') + 1)..]}\"";

    /// <summary>The refusal of a request that does not say what it was decided on.</summary>
    public static ProblemException Missing => new(
        "precondition_required", "If-Match", "The request does not say which version of the feature it was decided on.", "the ETag of the feature as it was read");

    /// <summary>The versions of a feature a request was decided on: empty for whatever there is (<c>*</c>), null when it does not say.</summary>
    /// <exception cref="ProblemException">The header cannot be read.</exception>
    public static IReadOnlyList<string>? Expected(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0) return null;
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags))
        {
            throw new ProblemException("invalid_value", "If-Match", "The header If-Match holds no entity tags.", "\"0123…\", as in the ETag of the feature");
        }

        if (tags.Any(tag => tag.Tag == "*")) return [];

        // A weak tag matches nothing here (RFC 9110 §13.1.1); the coordinate system it was read in does not matter.
        var strong = tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.Value!.Trim('"').Split('-')[0]).ToList();
        return strong.Count > 0 ? strong : ["weak"];
    }
}
