using CityMap.Geo.Layers;
using CityMap.Geo.Tiles;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Tiles;

/// <summary><c>/tiles</c>: vector tiles (MVT 2.1) and their TileJSON 3.0.0.</summary>
internal static class TilesApi
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps the routes.</summary>
    public static void MapTilesApi(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/tiles/{layer}.json", _methods, (RequestDelegate)DescribeAsync).WithName("describeTiles").WithTags("Tiles")
            .WithMetadata(TileParameters.All).WithSummary("TileJSON 3.0.0 of a layer; a filter given here is in the address of the tiles.");
        routes.MapMethods("/tiles/{layer}/{z}/{x}/{y}.mvt", _methods, (RequestDelegate)TileAsync).WithName("readTile").WithTags("Tiles")
            .WithMetadata(TileParameters.All).WithSummary("One vector tile of a layer, columns from the west, rows from the north.");
    }

    private static async Task DescribeAsync(HttpContext context)
    {
        var (services, request) = (context.RequestServices, context.Request);
        var layer = await LayerAsync(context);
        _ = TileParameters.Read(layer, request, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var bounds = await services.GetRequiredService<Api.Layers.LayerBounds>().OfAsync(layer, context.RequestAborted);
        var address = Api.PublicAddress.Of(request);
        var document = TileJsonDocument.Of(layer, address, request.QueryString.Value ?? "", bounds);
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.WriteAsJsonAsync(document, TileJsonContext.Default.TileJson, cancellationToken: context.RequestAborted);
    }

    private static async Task TileAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var layer = await LayerAsync(context);
        var address = AddressOf(context.Request.RouteValues, layer);
        var filter = TileParameters.Read(layer, context.Request, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var tiles = services.GetRequiredService<TileService>();
        var state = tiles.State(layer, filter);
        if (TileAnswer.NotModified(context, state, filter)) return;
        await TileAnswer.WriteAsync(context, state, filter, await tiles.GetAsync(state, address, filter, context.RequestAborted));
    }

    private static ValueTask<LayerInfo> LayerAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<LayerCatalogue>().FindAsync((string)context.Request.RouteValues["layer"]!, context.RequestAborted);

    private static TileAddress AddressOf(RouteValueDictionary values, LayerInfo layer)
    {
        var (z, x, y) = (Number("z"), Number("x"), Number("y"));
        if (z <= layer.MaxZoom && x <= int.MaxValue && y <= int.MaxValue && TileAddress.TryCreate((int)z, (int)x, (int)y, out var address)) return address;
        throw new ProblemException(new("tile_out_of_range", $"There is no tile {z}/{x}/{y} of {layer.Id}.")
        {
            Expected = $"zoom 0 to {layer.MaxZoom}, column and row 0 to 2^zoom - 1",
        });

        long Number(string name) =>
            long.TryParse((string)values[name]!, System.Globalization.NumberStyles.None, Api.Texts.Plain, out var number)
                ? number
                : throw new ProblemException("invalid_parameter", name, $"{Api.Texts.Shown((string)values[name]!)} is not a whole number.", "zoom/column/row as whole numbers");
    }
}
