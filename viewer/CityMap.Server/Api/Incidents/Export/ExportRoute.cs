using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Grains.Geography;
using CityMap.Grains.Incidents;
using CityMap.Server.Api.Districts;
using CityMap.Server.Api.Layers.Export;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace CityMap.Server.Api.Incidents.Export;

/// <summary><c>GET /api/incidents/export.{csv|geojson|xlsx|gpkg|zip}</c>: exactly what the list shows, the first three in its order.</summary>
internal sealed class ExportRoute(IncidentSource source, LayerExportRoute files, CityGeography geography, TimeProvider time)
{
    private static readonly QueryParameters _parameters = IncidentParameters.Filter.And(IncidentParameters.Sort, Parameter.Language);

    // The forms of a layer that the list has none of its own for; in these the order means nothing.
    private static readonly IReadOnlyList<LayerExportFormat> _files = [.. LayerExportFormat.All.Where(format => ExportFormat.All.All(own => own.Extension != format.Extension))];

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder incidents)
    {
        var route = ActivatorUtilities.CreateInstance<ExportRoute>(incidents.ServiceProvider);
        incidents.MapGet("/export.{format}", (RequestDelegate)route.ExportAsync).WithName("exportIncidents").WithMetadata(_parameters)
            .WithSummary("Every incident that matches a filter, as csv, geojson, xlsx, gpkg (GeoPackage) or zip (Shapefile).");
    }

    private async Task ExportAsync(HttpContext context)
    {
        var (request, response, stop) = (context.Request, context.Response, context.RequestAborted);
        var values = _parameters.Read(request);
        var now = time.GetUtcNow();
        var filter = IncidentFilter.From(values, now);
        var extension = (string)request.RouteValues["format"]!;
        if (_files.FirstOrDefault(f => f.Extension == extension) is { } file)
        {
            await files.SendAsync(context, file, IncidentLayer.Incidents, filter.Query(Caller.Of(request).Audience), CrsCatalogue.Wgs84, filter.AsOf ?? now);
            return;
        }

        var format = Format(extension);
        var query = IncidentOrder.Of(values).Apply(filter.Query(Caller.Of(request).Audience));
        var moment = filter.AsOf ?? now;

        // Asked before anything is sent: a store that does not answer is then a problem, not half a file.
        await using var reading = await source.ReadAsync(query, stop);
        if (format.MostRows is { } most && reading.Matched > most) throw TooMany(reading.Matched, most);
        response.ContentType = format.MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"citymap-{moment.ToOffset(TimeSpan.FromHours(7)):yyyyMMdd-HHmm}.{format.Extension}"),
        }.ToString();
        var job = new ExportJob(reading.IncidentsAsync(stop), new(values.Get(Parameter.Language) != "en", moment, geography.NameOf));
        await format.WriteAsync(job, response.Body, stop);
    }

    private static ProblemException TooMany(long matched, int most) =>
        new("bad_query", "format", $"{matched} incidents do not fit into one sheet.", $"at most {most} incidents, or csv");

    private static ExportFormat Format(string extension) => ExportFormat.All.FirstOrDefault(format => format.Extension == extension)
        ?? throw new ProblemException(new("not_found", $"There is no export.{extension}.")
        {
            Field = "format",
            Allowed = [.. ExportFormat.All.Select(format => format.Extension), .. _files.Select(format => format.Extension)],
        });
}
