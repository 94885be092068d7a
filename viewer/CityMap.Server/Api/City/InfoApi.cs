using CityMap.Geo.Storage;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Parameters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.City;

/// <summary><c>/api/info</c>: what a page must know before it draws anything.</summary>
internal static class InfoApi
{
    private static readonly string _version = typeof(InfoApi).Assembly.GetName().Version?.ToString(3) ?? "";

    private static readonly IReadOnlyList<TypeView> _types =
        [.. IncidentTypes.All.Select(type => new TypeView(type.Code, type.Title.Vi, type.Title.En, type.Emergency))];

    private static readonly IReadOnlyList<CodeView> _states =
        [.. IncidentStates.All.Select(state => new CodeView(state.State.Code(), state.Title.Vi, state.Title.En))];

    private static readonly IReadOnlyList<CodeView> _kinds =
        [.. FacilityKinds.All.Select(kind => new CodeView(kind.Code, kind.Title.Vi, kind.Title.En))];

    /// <summary>Maps the route.</summary>
    public static void MapInfoApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/info", TellAsync).WithName("getInfo").WithTags("City").WithMetadata(QueryParameters.None)
            .WithSummary("The city, the clock, the position of the journal, and the catalogues.");

    private static async Task<Ok<InfoView>> TellAsync(
        HttpRequest request, IStore store, CityBounds city, TimeProvider time, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        var layers = await store.Features.LayersAsync(cancellationToken);
        var box = await city.FindAsync(layers, cancellationToken);
        return TypedResults.Ok(new InfoView(
            "Lạng Sơn",
            _version,
            time.GetUtcNow().UtcDateTime,
            store.Epoch,
            await store.Journal.HeadAsync(cancellationToken),
            store.Kind,
            [box.West, box.South, box.East, box.North],
            [(box.West + box.East) / 2, (box.South + box.North) / 2],
            layers.Any(layer => layer.Illustrative),
            ["vi", "en"],
            _types,
            _states,
            _kinds));
    }
}

/// <summary>What a page must know first.</summary>
/// <param name="Name">The city.</param>
/// <param name="Version">Of this program.</param>
/// <param name="Now">The server's clock.</param>
/// <param name="Epoch">Changes when a backup is restored; the first half of every feed position.</param>
/// <param name="Sequence">The last sequence number of the journal.</param>
/// <param name="Store">geopackage or postgis.</param>
/// <param name="Bounds">west, south, east, north of the city, degrees.</param>
/// <param name="Center">lon, lat, degrees.</param>
/// <param name="Illustrative">True when some of the data is generated.</param>
/// <param name="Languages">The languages of the page.</param>
/// <param name="Types">Types of incidents, in the order people pick from.</param>
/// <param name="States">States of incidents.</param>
/// <param name="Kinds">Kinds of facilities.</param>
internal sealed record InfoView(
    string Name,
    string Version,
    DateTime Now,
    string Epoch,
    long Sequence,
    string Store,
    IReadOnlyList<double> Bounds,
    IReadOnlyList<double> Center,
    bool Illustrative,
    IReadOnlyList<string> Languages,
    IReadOnlyList<TypeView> Types,
    IReadOnlyList<CodeView> States,
    IReadOnlyList<CodeView> Kinds);

/// <summary>A type of incident.</summary>
internal sealed record TypeView(string Code, string Vi, string En, bool Emergency);

/// <summary>A code with what people read.</summary>
internal sealed record CodeView(string Code, string Vi, string En);
