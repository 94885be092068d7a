using CityMap.Geo.Coordinates;
using CityMap.Geo.Searching;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.Search;

/// <summary><c>/api/search</c>: everything of the city by words, or a place by its coordinates.</summary>
internal static class SearchApi
{
    private const int FewHits = 20;

    private static readonly QueryParameter<string> _words =
        Parameter.Text("q", "Words, each beginning a word of what is found, whatever their case and diacritics; or coordinates, latitude first.", "tran dang ninh") with { Required = true };

    private static readonly QueryParameter<Bounds?> _view = Parameter.Box("bbox", "What the asker sees: what lies in or near it comes first.");
    private static readonly QueryParameter<int?> _limit = Parameter.Whole("limit", "How many at most, over all kinds.", 1, 100, FewHits);
    private static readonly QueryParameters _parameters = new(_words, Parameter.Language, _view, _limit);

    /// <summary>Maps the route.</summary>
    public static void MapSearchApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/search", Find).WithName("search").WithTags("City").WithMetadata(_parameters)
            .WithSummary("Incidents, facilities, streets, places, areas and layers by words, the best first; or a place by coordinates.");

    private static Ok<SearchPage> Find(HttpRequest request, SearchBook book)
    {
        var values = _parameters.Read(request);
        var text = values.Get(_words) ?? "";
        var english = values.Get(Parameter.Language) == "en";
        var groups = book.Find(new SearchQuery(text, values.Get(_view)), values.Get(_limit) ?? FewHits, Caller.Of(request).Audience);
        return TypedResults.Ok(new SearchPage(
            book.Complete, CoordinateView.Of(CoordinateText.Read(text)), [.. groups.Select(group => SearchGroupView.Of(group, english))]));
    }
}
