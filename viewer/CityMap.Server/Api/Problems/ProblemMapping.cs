using CityMap.Geo;
using CityMap.Geo.Coordinates;
using CityMap.Grains.Contracts;

namespace CityMap.Server.Api.Problems;

/// <summary>Turns what was thrown into the problem it means.</summary>
internal static class ProblemMapping
{
    /// <summary>The problem an exception means; null when it is a mistake of this program.</summary>
    public static Problem? From(Exception thrown) => thrown switch
    {
        ProblemException named => named.Problem,
        CoordinateException coordinate => OfCoordinate(coordinate.Problem, null),
        StoreException store => OfStore(store),
        BadHttpRequestException bad => OfRequest(bad),
        TimeoutException or Orleans.Runtime.OrleansException => new("busy", "The server did not answer in time; try again.") { RetryAfter = 2 },
        _ => null,
    };

    /// <summary>Names a coordinate problem; a hint in its reason makes it a swapped pair.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="parent">The member that holds the pair, or null.</param>
    public static Problem OfCoordinate(CoordinateProblem problem, string? parent) => new(CodeOf(problem.Reason), problem.Reason)
    {
        Field = parent is null ? problem.Field : $"{parent}.{problem.Field}",
        Expected = problem.Field == "lat" ? "a latitude from -90 to 90, in degrees" : "a longitude from -180 to 180, in degrees",
    };

    /// <summary>The problem a grain's refusal means.</summary>
    public static Problem Of(Refusal refusal) =>
        new(refusal.Code == RefusalCodes.CoordinateOutOfRange ? CodeOf(refusal.Sentence) : refusal.Code, refusal.Sentence)
        {
            Field = refusal.Field,
            Allowed = refusal.Allowed.Count == 0 ? null : refusal.Allowed,
            Expected = refusal.Expected,
        };

    private static string CodeOf(string reason) =>
        reason.Contains("did you mean", StringComparison.Ordinal) ? "coordinates_swapped" : RefusalCodes.CoordinateOutOfRange;

    private static Problem OfStore(StoreException store) => store.Problem switch
    {
        StoreProblem.UnknownLayer => new("unknown_layer", store.Message) { Field = "layer" },
        StoreProblem.BadQuery => new("bad_query", store.Message),
        StoreProblem.TooSlow => new("query_too_slow", store.Message) { Field = "filter" },
        StoreProblem.LayerConflict => new("layer_conflict", store.Message),
        StoreProblem.BadFeature => new(RefusalCodes.StoreRefused, store.Message),
        StoreProblem.Full => new("store_full", store.Message) { RetryAfter = 30 },
        _ => new("store_unavailable", store.Message) { RetryAfter = 2 },
    };

    private static Problem OfRequest(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => new("body_too_large", "The body is larger than is taken here."),
        StatusCodes.Status431RequestHeaderFieldsTooLarge => new("headers_too_large", bad.Message),
        StatusCodes.Status415UnsupportedMediaType => new("unsupported_media_type", bad.Message) { Field = "Content-Type" },
        _ => new("bad_request", bad.Message),
    };
}
