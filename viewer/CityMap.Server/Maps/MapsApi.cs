using System.Security.Cryptography;
using CityMap.Geo.Areas;
using CityMap.Grains.Geography;
using CityMap.Server.Api;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Maps;

/// <summary><c>/api/maps</c>: the map of the console as a picture or on paper.</summary>
internal static class MapsApi
{
    private static readonly Dictionary<string, string> _formats = new(StringComparer.Ordinal)
    {
        ["png"] = "image/png",
        ["pdf"] = "application/pdf",
        ["svg"] = "image/svg+xml",
    };

    /// <summary>Maps the routes.</summary>
    public static void MapMapsApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/maps.{format}", DrawAsync).WithName("drawMap").WithTags("Maps").WithMetadata(MapParameters.Map)
            .WithSummary("The map of a district, an incident, a box or the city as PNG, PDF or SVG.");
        routes.MapGet("/api/maps/atlas.pdf", AtlasAsync).WithName("drawAtlas").WithTags("Maps").WithMetadata(MapParameters.Atlas)
            .WithSummary("A PDF with a page for each district in force, with its figures.");
    }

    private static async Task DrawAsync(string format, HttpContext context, MapService maps, CityGeography geography, TimeProvider time)
    {
        if (!_formats.TryGetValue(format, out var type))
        {
            throw new ProblemException(new("not_found", $"There is no map as {Texts.Shown(format)}.") { Field = "format", Expected = "png, pdf or svg", Allowed = [.. _formats.Keys] });
        }

        var caller = Caller.Of(context.Request);
        var order = MapOrder.From(MapParameters.Map.Read(context.Request), format, geography, caller.Audience, time.GetUtcNow());
        var file = await maps.DrawAsync($"{format}{context.Request.QueryString}#{caller.Audience.Key}", format, [order], context.RequestAborted);
        await SendAsync(context, file, type, $"citymap-map.{format}");
    }

    private static async Task AtlasAsync(HttpContext context, MapService maps, CityGeography geography, TimeProvider time)
    {
        var caller = Caller.Of(context.Request);
        var values = MapParameters.Atlas.Read(context.Request);
        var order = MapOrder.From(values, "pdf", geography, caller.Audience, time.GetUtcNow());
        if (!order.Size.IsPaper) throw new ProblemException("invalid_parameter", "size", "An atlas is printed on paper.", "A0 to A5, with -portrait for upright");
        var day = DateOnly.FromDateTime(MapTexts.Local(order.AsOf ?? time.GetUtcNow()).DateTime);
        var pages = Districts(geography, day).Where(a => caller.Audience.Sees(a.Id)).Select(a => order with { District = a }).ToList();
        if (pages.Count == 0) throw new ProblemException(new("not_found", "The city has no districts yet: import them into the layer districts."));
        var file = await maps.DrawAsync($"atlas{context.Request.QueryString}#{caller.Audience.Key}", "pdf", pages, context.RequestAborted);
        await SendAsync(context, file, _formats["pdf"], "citymap-atlas.pdf");
    }

    private static IEnumerable<Area> Districts(CityGeography geography, DateOnly day) =>
        geography.Districts.Areas.Where(a => a.InForce(day) && a.Kind != "pilot").OrderBy(a => a.Code, StringComparer.Ordinal);

    private static Task SendAsync(HttpContext context, byte[] file, string type, string name)
    {
        var response = context.Response;
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 12))}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = type;
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(file, context.RequestAborted).AsTask();
    }
}
