using System.Text.Json.Nodes;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api;
using CityMap.Server.Api.Problems;
using CityMap.Server.Ogc.Editing;
using Microsoft.AspNetCore.Http.Extensions;

namespace CityMap.Server.Ogc.Items;

/// <summary><c>/ogc/collections/{id}/items</c>: pages of features, and one feature.</summary>
internal static class ItemsApi
{
    private const int Glance = 50;

    public static async Task PageAsync(HttpContext context)
    {
        var (services, request, stop) = (context.RequestServices, context.Request, context.RequestAborted);
        var layer = await OgcApi.LayerAsync(context);
        var values = ItemParameters.Of(layer).Read(request);
        var query = ItemQuery.Of(layer, values, Caller.Of(request).Audience);
        var crs = values.Get(ItemParameters.Crs) ?? OgcCrs.Crs84;
        var page = await services.GetRequiredService<ItemReader>().PageAsync(query, stop);
        var html = OgcFormat.IsHtml(request, values);
        var links = Links(request, layer, page.Next, html);
        context.Response.Headers["Content-Crs"] = $"<{crs.Uri}>";
        foreach (var link in links.Where(l => l.Rel is "self" or "next")) context.Response.Headers.Append("Link", $"<{link.Href}>; rel=\"{link.Rel}\"; type=\"{link.Type}\"");
        var body = ItemsDocument.Page(layer, page, crs, links, services.GetRequiredService<TimeProvider>().GetUtcNow());
        await SendAsync(context, layer, body, page.Sequence, html);
    }

    public static async Task OneAsync(HttpContext context)
    {
        var (services, request, stop) = (context.RequestServices, context.Request, context.RequestAborted);
        var layer = await OgcApi.LayerAsync(context);
        var values = ItemParameters.One.Read(request);
        var id = (string)request.RouteValues["featureId"]!;
        var crs = values.Get(ItemParameters.Crs) ?? OgcCrs.Crs84;
        var asOf = values.Get(ItemParameters.AsOf);
        var feature = await services.GetRequiredService<ItemReader>().FindAsync(layer, id, asOf, Caller.Of(request).Audience, stop)
            ?? throw new ProblemException(new("not_found", $"The collection {layer.Id} has no feature {Texts.Shown(id)}."));
        var html = OgcFormat.IsHtml(request, values);
        context.Response.Headers["Content-Crs"] = $"<{crs.Uri}>";
        var tag = asOf is null && !html && EditableLayers.Includes(layer) ? EntityTags.Of(feature, crs) : null;
        await SendAsync(context, layer, Document(request, layer, feature, crs, html), null, html, tag);
    }

    /// <summary>The first features of a layer as GeoJSON: what somebody who opens the page of a collection came to see.</summary>
    public static async Task<JsonNode?> GlanceAsync(HttpContext context, LayerInfo layer)
    {
        var query = new FeatureQuery(layer.Id) { PlacelessToo = true, Audience = Caller.Of(context.Request).Audience, Limit = Glance };
        var page = await context.RequestServices.GetRequiredService<ItemReader>().PageAsync(query, context.RequestAborted);
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var document = JsonNode.Parse(ItemsDocument.Page(layer, page, OgcCrs.Crs84, [], now).Span)!.AsObject();
        document.Remove("features", out var features);
        return features;
    }

    /// <summary>The address of a feature.</summary>
    public static string AddressOf(HttpRequest request, LayerInfo layer, string id) =>
        $"{OgcLinks.Of(request).Root}/collections/{layer.Id}/items/{Uri.EscapeDataString(id)}";

    /// <summary>A feature with its links.</summary>
    public static ReadOnlyMemory<byte> Document(HttpRequest request, LayerInfo layer, Feature feature, OgcCrs crs, bool html) => ItemsDocument.One(layer, feature, crs,
    [
        .. Own(AddressOf(request, layer, feature.Id), html),
        new("collection", OgcLinks.Json, layer.Title.En, $"{OgcLinks.Of(request).Root}/collections/{layer.Id}?f=json"),
    ]);

    private static Task SendAsync(HttpContext context, LayerInfo layer, ReadOnlyMemory<byte> body, long? sequence, bool html, string? tag = null)
    {
        if (html) return OgcAnswer.WriteAsync(context, JsonNode.Parse(body.Span)!.AsObject(), $"{layer.Title.Vi} / {layer.Title.En}", true);
        var store = context.RequestServices.GetRequiredService<IStore>();
        var mark = layer.Live ? sequence : layer.Version;
        var state = mark is null ? null : $"{store.Epoch} {mark} {context.Request.GetEncodedUrl()}";
        return OgcAnswer.SendAsync(context, body, OgcLinks.GeoJson, state, tag);
    }

    private static List<OgcItemLink> Links(HttpRequest request, LayerInfo layer, string? next, bool html)
    {
        var root = OgcLinks.Of(request).Root;
        var links = new List<OgcItemLink>(Own($"{root}/collections/{layer.Id}/items{Query(request, null)}", html))
        {
            new("collection", OgcLinks.Json, layer.Title.En, $"{root}/collections/{layer.Id}?f=json"),
        };
        if (next is not null)
        {
            var (type, form) = html ? (OgcLinks.Html, "html") : (OgcLinks.GeoJson, "json");
            var query = Query(request, next);
            links.Add(new("next", type, "Next page / Trang sau", $"{root}/collections/{layer.Id}/items{query}&f={form}"));
        }

        return links;
    }

    private static IEnumerable<OgcItemLink> Own(string address, bool html) =>
        OgcLinks.Own(address, OgcLinks.GeoJson, html).Select(link => new OgcItemLink($"{link["rel"]}", $"{link["type"]}", $"{link["title"]}", $"{link["href"]}"));

    // The caller's own parameters, but for the form and the place in the pages.
    private static string Query(HttpRequest request, string? after)
    {
        var kept = request.Query.Where(p => p.Key is not ("f" or "after")).SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)));
        return QueryString.Create(after is null ? kept : kept.Append(KeyValuePair.Create<string, string?>("after", after))).Value ?? "";
    }
}
