using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.Layers;

/// <summary><c>/api/layers</c>: what the map is made of.</summary>
internal static class LayersApi
{
    private static readonly QueryParameters _asOf = new(IncidentParameters.AsOf);

    /// <summary>Maps the route.</summary>
    public static void MapLayersApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/layers", ListAsync).WithName("listLayers").WithTags("Layers").WithMetadata(_asOf)
            .WithSummary("Every layer in map order, with its fields and its freshness; the counts of live layers also as of a moment.");

    private static async Task<Ok<LayerPage>> ListAsync(
        HttpRequest request, IStore store, LayerBounds bounds, CancellationToken cancellationToken)
    {
        var asOf = _asOf.Read(request).Get(IncidentParameters.AsOf);
        var layers = await store.Features.LayersAsync(cancellationToken);
        var items = new List<LayerView>(layers.Count);
        foreach (var layer in layers)
        {
            var item = LayerView.Of(layer, await bounds.OfAsync(layer, cancellationToken));
            items.Add(asOf is { } moment && layer.Live ? item with { Count = await CountAsync(store, layer, moment, cancellationToken), UpdatedAt = moment.UtcDateTime } : item);
        }

        return TypedResults.Ok(new LayerPage(items));
    }

    private static async Task<long> CountAsync(IStore store, LayerInfo layer, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        (await store.Features.CountAsync(new FeatureQuery(layer.Id) { AsOf = asOf }, [], cancellationToken)).Rows.Sum(row => row.Count);
}

/// <summary>Every layer.</summary>
internal sealed record LayerPage(IReadOnlyList<LayerView> Items);

/// <summary>A layer as the catalogue describes it.</summary>
internal sealed record LayerView(
    string Id,
    LocalText Title,
    string Group,
    string Geometry,
    bool Live,
    int Order,
    int MinZoom,
    int MaxZoom,
    string? Owner,
    string? Source,
    string? Cadence,
    bool Illustrative,
    long Version,
    long Count,
    DateTime? UpdatedAt,
    IReadOnlyList<FieldView> Fields,
    IReadOnlyList<double>? Bounds)
{
    /// <summary>Shows a layer.</summary>
    public static LayerView Of(LayerInfo layer, Bounds? bounds) => new(
        layer.Id, layer.Title, layer.Group, layer.Geometry.ToString(), layer.Live, layer.Order, layer.MinZoom, layer.MaxZoom,
        layer.Owner, layer.Source, layer.Cadence, layer.Illustrative, layer.Version, layer.Count, layer.UpdatedAt?.UtcDateTime,
        [.. layer.Fields.Select(field => new FieldView(field.Name, field.Type.ToString(), field.Title, field.Unit))],
        bounds is { } box ? [box.West, box.South, box.East, box.North] : null);
}

/// <summary>One attribute of a layer.</summary>
internal sealed record FieldView(string Name, string Type, LocalText Title, string? Unit);
