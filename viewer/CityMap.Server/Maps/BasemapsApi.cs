using System.Text.Json.Nodes;
using CityMap.Geo.Tiles;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Maps;

/// <summary><c>/api/basemaps</c> and their tiles at <c>/basemaps/{id}/{z}/{x}/{y}</c>.</summary>
internal static class BasemapsApi
{
    /// <summary>Maps the routes.</summary>
    public static void MapBasemapsApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/basemaps", List).WithName("listBasemaps").WithTags("Maps").WithMetadata(QueryParameters.None)
            .WithSummary("The base maps of raster tiles this server holds.");
        routes.MapGet("/basemaps/{id}/{z:int}/{x:int}/{y:int}", TileAsync).WithName("readBasemapTile").WithTags("Maps").WithMetadata(QueryParameters.None)
            .WithSummary("One raster tile, columns from the west, rows from the north; 204 where the base map has none.");
    }

    private static IResult List(HttpContext context, Basemaps basemaps)
    {
        QueryParameters.None.Read(context.Request);
        var items = basemaps.All().Select(b => (JsonNode)new JsonObject
        {
            ["id"] = b.Id,
            ["minZoom"] = b.Archive.MinZoom,
            ["maxZoom"] = b.Archive.MaxZoom,
            ["attribution"] = b.Attribution,
            ["tiles"] = $"/basemaps/{Uri.EscapeDataString(b.Id)}/{{z}}/{{x}}/{{y}}",
        });
        return Results.Text(new JsonObject { ["items"] = new JsonArray([.. items]) }.ToJsonString(), "application/json");
    }

    private static Task TileAsync(string id, int z, int x, int y, HttpContext context, Basemaps basemaps)
    {
        QueryParameters.None.Read(context.Request);
        if (!TileAddress.TryCreate(z, x, y, out var tile)) throw new ProblemException(new("tile_out_of_range", $"There is no tile {z}/{x}/{y}.") { Expected = "column and row 0 to 2^zoom - 1" });
        var basemap = basemaps.Find(id);
        var (response, tag) = (context.Response, $"\"{basemap.Version}\"");
        (response.Headers.ETag, response.Headers.CacheControl) = (tag, "no-cache");
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (basemap.Read(tile) is not { } bytes)
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        response.ContentType = bytes is [0x89, (byte)'P', ..] ? "image/png" : bytes is [0xFF, 0xD8, ..] ? "image/jpeg" : "image/webp";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
