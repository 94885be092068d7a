using CityMap.Geo.Layers;
using CityMap.Server.Api;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Ogc.Items;

namespace CityMap.Server.Ogc.Editing;

/// <summary>Single features of layers made, replaced, changed and removed (OGC API Features, draft of part 4, 20-002).</summary>
internal static class EditingApi
{
    public const string MergePatch = "application/merge-patch+json";
    private static readonly string[] _whole = [OgcLinks.GeoJson, OgcLinks.Json];
    private static readonly string[] _patch = [MergePatch];

    /// <summary>Maps the routes.</summary>
    public static void MapEditing(this IEndpointRouteBuilder routes)
    {
        const string Items = "/ogc/collections/{id}/items";
        const string Item = Items + "/{featureId}";
        Map(Items, HttpMethods.Post, CreateAsync);
        Map(Item, HttpMethods.Put, (context, layer) => ChangeAsync(context, layer, _whole, static body => before => body.Whole(before.Id)));
        Map(Item, HttpMethods.Patch, (context, layer) => ChangeAsync(context, layer, _patch, static body => body.Patch));
        Map(Item, HttpMethods.Delete, DeleteAsync);
        Map(Items, HttpMethods.Options, (context, layer) => TellAsync(context, layer, one: false), any: true);
        Map(Item, HttpMethods.Options, (context, layer) => TellAsync(context, layer, one: true), any: true);

        void Map(string path, string method, Func<HttpContext, LayerInfo, Task> handler, bool any = false) => routes.MapMethods(path, [method], async context =>
        {
            QueryParameters.None.Read(context.Request);
            var layer = await OgcApi.LayerAsync(context);
            await (any || EditableLayers.Includes(layer) ? handler(context, layer) : EditableLayers.RefuseAsync(context, layer));
        }).WithTags("OGC API").WithMetadata(QueryParameters.None).ExcludeFromDescription();
    }

    private static async Task CreateAsync(HttpContext context, LayerInfo layer)
    {
        var (request, desk) = (context.Request, context.RequestServices.GetRequiredService<EditDesk>());
        var caller = Caller.Of(request);
        using var edit = await EditRequest.ReadAsync(request, layer, caller.Actor, _whole);
        var wanted = edit.Feature.Whole(edit.Feature.Id() ?? Guid.CreateVersion7(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()).ToString());
        var (id, feature) = await desk.CreateAsync(layer, wanted, caller.Actor, edit.Key, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = ItemsApi.AddressOf(request, layer, id);
        await AnswerAsync(context, layer, feature);
    }

    private static async Task ChangeAsync(HttpContext context, LayerInfo layer, string[] types, Func<FeatureBody, Func<Feature, Feature>> change)
    {
        var (request, desk) = (context.Request, context.RequestServices.GetRequiredService<EditDesk>());
        var (caller, id) = (Caller.Of(request), Id(request));
        using var edit = await EditRequest.ReadAsync(request, layer, caller.Actor, types);

        // The address says which feature it is; an id in the body says nothing (20-002, /req/create-replace-delete/put-rid).
        var after = await desk.ChangeAsync(
            layer, id, EntityTags.Expected(request), types == _whole, change(edit.Feature), caller.Actor, edit.Key, context.RequestAborted);
        await AnswerAsync(context, layer, after);
    }

    private static async Task DeleteAsync(HttpContext context, LayerInfo layer)
    {
        var (request, desk) = (context.Request, context.RequestServices.GetRequiredService<EditDesk>());
        var (caller, id) = (Caller.Of(request), Id(request));
        var key = JsonBody.KeyWithoutBody(request, caller.Actor);
        await desk.ChangeAsync(layer, id, EntityTags.Expected(request), false, static _ => null, caller.Actor, key, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task TellAsync(HttpContext context, LayerInfo layer, bool one)
    {
        var headers = context.Response.Headers;
        headers.Allow = string.Join(", ", EditableLayers.Methods(layer, one));
        if (!EditableLayers.Includes(layer)) return Task.CompletedTask;
        if (one) headers["Accept-Patch"] = MergePatch;
        else headers["Accept-Post"] = string.Join(", ", _whole);
        return Task.CompletedTask;
    }

    private static string Id(HttpRequest request) => (string)request.RouteValues["featureId"]!;

    // The same document as a GET of the feature gives, so that a client need not ask again.
    private static Task AnswerAsync(HttpContext context, LayerInfo layer, Feature? feature)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (feature is null) return Task.CompletedTask;
        context.Response.Headers.ETag = EntityTags.Of(feature, OgcCrs.Crs84);
        context.Response.Headers["Content-Crs"] = $"<{OgcCrs.Crs84.Uri}>";
        var body = ItemsApi.Document(context.Request, layer, feature, OgcCrs.Crs84, html: false);
        context.Response.ContentType = OgcLinks.GeoJson;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
