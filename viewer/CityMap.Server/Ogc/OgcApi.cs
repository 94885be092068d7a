using System.Text.Json.Nodes;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Geo.Tiles;
using CityMap.Server.Api.Layers;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;
using CityMap.Server.Hosting;
using CityMap.Server.Ogc.Documents;
using CityMap.Server.Ogc.Editing;
using CityMap.Server.Ogc.Items;
using CityMap.Server.Tiles;

namespace CityMap.Server.Ogc;

/// <summary><c>/ogc</c>: OGC API Features (parts 1 to 3, and the draft of 4) and Tiles, each document as JSON and as a page.</summary>
internal static class OgcApi
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly QueryParameters _form = new(OgcFormat.Parameter);

    /// <summary>Maps the routes.</summary>
    public static void MapOgcApi(this IEndpointRouteBuilder routes)
    {
        Map("", context => DocumentAsync(context, "CityMap", LandingDocument.Of), _form);
        Map("/api", ApiAsync, _form);
        Map("/conformance", context => DocumentAsync(context, "Conformance / Tuân thủ", Conformance), _form);
        Map("/collections", CollectionsAsync, _form);
        Map("/collections/{id}", CollectionAsync, _form);
        Map("/collections/{id}/queryables", context => LayerDocumentAsync(context, (layer, links, _) => QueryablesDocument.Of(layer, links), OgcLinks.Schema), _form);
        Read("/collections/{id}/items", ItemsApi.PageAsync, ItemParameters.Any);
        Read("/collections/{id}/items/{featureId}", ItemsApi.OneAsync, ItemParameters.One);
        routes.MapEditing();
        Map("/collections/{id}/tiles", context => LayerDocumentAsync(context, TilesDocuments.List, OgcLinks.Json), _form);
        Map($"/collections/{{id}}/tiles/{TilesDocuments.Set}", context => LayerDocumentAsync(context, TilesDocuments.Tileset, OgcLinks.Json), _form);
        Map($"/collections/{{id}}/tiles/{TilesDocuments.Set}/{{z}}/{{row}}/{{col}}", TileAsync, QueryParameters.None);
        Map("/tileMatrixSets", context => DocumentAsync(context, "Tile matrix sets", TilesDocuments.Sets), _form);
        Map($"/tileMatrixSets/{TilesDocuments.Set}", context => DocumentAsync(context, TilesDocuments.Set, TilesDocuments.WebMercatorQuad), _form);

        void Map(string path, RequestDelegate handler, QueryParameters parameters)
        {
            Read(path, handler, parameters);
            routes.MapMethods("/ogc" + path, [HttpMethods.Options], TellAsync).WithTags("OGC API").WithMetadata(QueryParameters.None).ExcludeFromDescription();
        }

        void Read(string path, RequestDelegate handler, QueryParameters parameters) =>
            routes.MapMethods("/ogc" + path, _methods, handler).WithTags("OGC API").WithMetadata(parameters).ExcludeFromDescription();
    }

    /// <summary>The layer a request names.</summary>
    public static ValueTask<LayerInfo> LayerAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<LayerCatalogue>().FindAsync((string)context.Request.RouteValues["id"]!, context.RequestAborted);

    // What can be done where nothing can be changed; items tell for themselves (EditingApi).
    private static async Task TellAsync(HttpContext context)
    {
        QueryParameters.None.Read(context.Request);
        if (context.Request.RouteValues.ContainsKey("id")) await LayerAsync(context);
        context.Response.Headers.Allow = string.Join(", ", [.. _methods, HttpMethods.Options]);
    }

    private static Task DocumentAsync(HttpContext context, string title, Func<OgcLinks, bool, JsonObject> document)
    {
        var html = OgcFormat.IsHtml(context.Request, _form.Read(context.Request));
        return OgcAnswer.WriteAsync(context, document(OgcLinks.Of(context.Request), html), title, html);
    }

    private static async Task LayerDocumentAsync(HttpContext context, Func<LayerInfo, OgcLinks, bool, JsonObject> document, string type)
    {
        var html = OgcFormat.IsHtml(context.Request, _form.Read(context.Request));
        var layer = await LayerAsync(context);
        await OgcAnswer.WriteAsync(context, document(layer, OgcLinks.Of(context.Request), html), $"{layer.Title.Vi} / {layer.Title.En}", html, type);
    }

    private static async Task ApiAsync(HttpContext context)
    {
        var html = OgcFormat.IsHtml(context.Request, _form.Read(context.Request));
        var layers = await context.RequestServices.GetRequiredService<IStore>().Features.LayersAsync(context.RequestAborted);
        await OgcAnswer.WriteAsync(context, OpenApiDocument.Of(layers, OgcLinks.Of(context.Request)), "OpenAPI 3.0", html, OgcLinks.OpenApi);
    }

    private static JsonObject Conformance(OgcLinks links, bool html) => new()
    {
        ["links"] = new JsonArray([.. OgcLinks.Own($"{links.Root}/conformance", OgcLinks.Json, html)]),
        ["conformsTo"] = new JsonArray([.. OgcConformance.Classes.Select(uri => (JsonNode)uri)]),
    };

    private static async Task CollectionsAsync(HttpContext context)
    {
        var html = OgcFormat.IsHtml(context.Request, _form.Read(context.Request));
        var (links, bounds) = (OgcLinks.Of(context.Request), context.RequestServices.GetRequiredService<LayerBounds>());
        var collections = new JsonArray();
        foreach (var layer in await context.RequestServices.GetRequiredService<IStore>().Features.LayersAsync(context.RequestAborted))
        {
            if (layer.Card is { Retired: true }) continue;
            var box = layer.Live ? null : await bounds.OfAsync(layer, context.RequestAborted);
            collections.Add((JsonNode)CollectionDocument.Of(layer, box, links, html: false));
        }

        var document = new JsonObject
        {
            ["links"] = new JsonArray([.. OgcLinks.Own($"{links.Root}/collections", OgcLinks.Json, html)]),
            ["crs"] = new JsonArray([.. OgcCrs.All.Select(crs => (JsonNode)crs.Uri)]),
            ["collections"] = collections,
        };
        await OgcAnswer.WriteAsync(context, document, "Collections / Các lớp", html);
    }

    private static async Task CollectionAsync(HttpContext context)
    {
        var html = OgcFormat.IsHtml(context.Request, _form.Read(context.Request));
        var layer = await LayerAsync(context);
        var box = layer.Live ? null : await context.RequestServices.GetRequiredService<LayerBounds>().OfAsync(layer, context.RequestAborted);
        var document = CollectionDocument.Of(layer, box, OgcLinks.Of(context.Request), html);
        if (html) document["features"] = await ItemsApi.GlanceAsync(context, layer);
        await OgcAnswer.WriteAsync(context, document, $"{layer.Title.Vi} / {layer.Title.En}", html);
    }

    private static async Task TileAsync(HttpContext context)
    {
        var services = context.RequestServices;
        QueryParameters.None.Read(context.Request);
        var layer = await LayerAsync(context);
        var values = context.Request.RouteValues;
        if (!(Number("z") is { } z && Number("row") is { } row && Number("col") is { } col && z <= layer.MaxZoom && TileAddress.TryCreate(z, col, row, out var address)))
        {
            throw new ProblemException(new("tile_out_of_range", $"There is no such tile of {layer.Id}.") { Expected = $"tile matrix 0 to {layer.MaxZoom}, row before column" });
        }

        var filter = TileParameters.Read(layer, context.Request, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var tiles = services.GetRequiredService<TileService>();
        var state = tiles.State(layer, filter);
        HostNames.LetRead(context, "ETag");
        if (TileAnswer.NotModified(context, state, filter)) return;
        await TileAnswer.WriteAsync(context, state, filter, await tiles.GetAsync(state, address, filter, context.RequestAborted));

        int? Number(string name) => int.TryParse((string)values[name]!, System.Globalization.NumberStyles.None, Api.Texts.Plain, out var n) ? n : null;
    }
}
