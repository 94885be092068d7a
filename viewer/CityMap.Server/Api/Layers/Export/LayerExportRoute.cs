using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Exports;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Problems;
using CityMap.Server.Tiles;
using Microsoft.Net.Http.Headers;

namespace CityMap.Server.Api.Layers.Export;

/// <summary><c>GET /api/layers/{id}/export.{geojson|csv|zip|gpkg}</c>: exactly what the map shows of a layer, of now or of a moment.</summary>
internal sealed class LayerExportRoute(IStore store, LayerCatalogue layers, ExportPlaces places, TimeProvider time)
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var route = routes.ServiceProvider.GetRequiredService<LayerExportRoute>();
        routes.MapGet("/api/layers/{id}/export.{format}", (RequestDelegate)route.ExportAsync).WithName("exportLayer").WithTags("Layers").WithMetadata(LayerExportParameters.Any)
            .WithSummary("Every feature of a layer that matches a filter, as geojson, csv, zip (Shapefile) or gpkg.");
    }

    private async Task ExportAsync(HttpContext context)
    {
        var request = context.Request;
        var format = LayerExportFormat.Find((string)request.RouteValues["format"]!);
        var layer = await layers.FindAsync((string)request.RouteValues["id"]!, context.RequestAborted);
        var (query, wanted, moment) = LayerExportParameters.Read(layer, request, time.GetUtcNow());
        await SendAsync(context, format, layer, query, format.In(wanted), moment);
    }

    /// <summary>Answers with a file.</summary>
    /// <exception cref="ProblemException">Too many are being written, or this format cannot hold what was found.</exception>
    public async Task SendAsync(HttpContext context, LayerExportFormat format, LayerInfo layer, FeatureQuery query, Crs crs, DateTimeOffset moment)
    {
        var (response, stop) = (context.Response, context.RequestAborted);
        using var place = places.Take();
        try
        {
            // Asked before anything is sent: a filter that takes too long is then a problem, not half a file.
            _ = await store.Features.CountAsync(query, [], stop);
            await using var reading = await store.Features.BeginReadingAsync(query, ordered: false, stop);
            response.ContentType = format.MediaType;
            response.Headers.CacheControl = "no-store";
            if (format.AnyCrs) response.Headers["Content-Crs"] = string.Create(CultureInfo.InvariantCulture, $"<http://www.opengis.net/def/crs/EPSG/0/{crs.Code}>");
            response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
            {
                FileName = string.Create(CultureInfo.InvariantCulture, $"{layer.Id}-{moment.ToOffset(TimeSpan.FromHours(7)):yyyyMMdd-HHmm}.{format.Extension}"),
            }.ToString();
            await format.WriteAsync(new(reading, layer, crs, moment), response, stop);
        }
        catch (ExportException refused)
        {
            throw new ProblemException("export_refused", refused.Field, refused.Message);
        }
    }
}
