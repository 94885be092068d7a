using System.Globalization;
using System.Text.Json.Nodes;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Documents;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Layers.Export;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;
using CityMap.Server.Ogc.Editing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityMap.Server.Api.Layers;

/// <summary><c>/api/layers</c>: what the map is made of.</summary>
internal static class LayersApi
{
    private static readonly QueryParameters _asOf = new(IncidentParameters.AsOf);

    /// <summary>Maps the routes.</summary>
    public static void MapLayersApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/layers", ListAsync).WithName("listLayers").WithTags("Layers").WithMetadata(_asOf)
            .WithSummary("Every layer in map order, with its fields and its freshness; the counts of live layers also as of a moment.");
        routes.MapPost("/api/layers", MakeAsync).WithName("makeLayer").WithTags("Layers").WithMetadata(QueryParameters.None, BodyDocument.NewLayer)
            .WithSummary("Make a layer without features: title, kind of shapes, fields. Its features are then drawn in the console or added at `/ogc/collections/{id}/items`.");
        routes.MapPatch("/api/layers/{id}", DescribeAsync).WithName("describeLayer").WithTags("Layers").WithMetadata(QueryParameters.None, BodyDocument.Layer)
            .WithSummary("Say something anew about a layer: title, owner, licence, style, order, retired …; `If-Match` or `expectedVersion` guards against another's change.");
        routes.MapGet("/api/layers/{id}/classes", ClassesAsync).WithName("getLayerClasses").WithTags("Layers").WithMetadata(LayerClasses.Parameters)
            .WithSummary("Into what classes the numbers of a field fall, or which values it has.");
        LayerExportRoute.Map(routes);
        routes.MapGet("/api/layers/{id}/features/{featureId}/history", HistoryAsync).WithName("getFeatureHistory").WithTags("Layers").WithMetadata(QueryParameters.None)
            .WithSummary("What was done to one feature of a layer, newest first; it is edited at `/ogc/collections/{id}/items/{featureId}`.");
        routes.MapGet("/styles/{id}.json", StyleAsync).WithName("getLayerStyle").WithTags("Layers").WithMetadata(QueryParameters.None)
            .WithSummary("A layer as a MapLibre style, version 8.");
    }

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

    private static async Task<Created<LayerView>> MakeAsync(HttpRequest request, LayerDesk desk, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        var actor = Caller.Of(request).Actor;
        var layer = await desk.MakeAsync(NewLayer.Read(body.Bytes), actor, body.Key(actor), cancellationToken);
        return TypedResults.Created($"/ogc/collections/{layer.Id}", LayerView.Of(layer, null));
    }

    private static async Task<Ok<LayerView>> DescribeAsync(
        string id, HttpRequest request, LayerDesk desk, LayerBounds bounds, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        using var body = await JsonBody.ReadAsync(request, cancellationToken);
        var caller = Caller.Of(request);
        var patch = LayerPatch.Read(body.Bytes);
        patch = patch with { IfMatch = IfMatch(request) };
        var layer = await desk.DescribeAsync(id, patch, caller.Actor, body.Key(caller.Actor), cancellationToken);
        request.HttpContext.Response.Headers.ETag = $"\"{layer.Card?.Version ?? 0}\"";
        return TypedResults.Ok(LayerView.Of(layer, await bounds.OfAsync(layer, cancellationToken)));
    }

    private static async Task<Ok<ClassesView>> ClassesAsync(
        string id, HttpRequest request, LayerClasses classes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await classes.ReadAsync(id, LayerClasses.Parameters.Read(request), Caller.Of(request).Audience, cancellationToken));

    private static async Task<Ok<FeatureHistory>> HistoryAsync(
        string id, string featureId, HttpRequest request, LayerDesk desk, EditHistory history, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        return TypedResults.Ok(await history.ReadAsync(await desk.FindAsync(id, cancellationToken), featureId, cancellationToken));
    }

    private static async Task<Ok<JsonObject>> StyleAsync(string id, HttpRequest request, LayerDesk desk, CancellationToken cancellationToken)
    {
        QueryParameters.None.Read(request);
        return TypedResults.Ok(StyleDocument.Of(await desk.FindAsync(id, cancellationToken), PublicAddress.Of(request)));
    }

    private static long? IfMatch(HttpRequest request) => request.Headers.IfMatch.ToString() switch
    {
        "" or "*" => null,
        var tag when tag.Length > 2 && tag[0] == '"' && tag[^1] == '"' && long.TryParse(tag[1..^1], NumberStyles.None, Texts.Plain, out var version) => version,
        _ => throw new ProblemException("invalid_value", "If-Match", "The header If-Match holds no version of a layer.", "\"3\", as in the ETag of the last answer"),
    };

    private static async Task<long> CountAsync(IStore store, LayerInfo layer, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        (await store.Features.CountAsync(new FeatureQuery(layer.Id) { AsOf = asOf }, [], cancellationToken)).Rows.Sum(row => row.Count);
}

/// <summary>Every layer.</summary>
internal sealed record LayerPage(IReadOnlyList<LayerView> Items);
