using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CityMap.Server.Ogc.Html;

/// <summary>
/// A document of the API as a page for people: a drawing of its features, a table of them, everything else it says, and every link. Made from the
/// machine-readable document, so that the two never differ.
/// </summary>
internal static class HtmlPage
{
    private const string Style =
        "body{font:16px/1.5 'Noto Sans',system-ui,sans-serif;margin:0;color:#1b2733;background:#f4f6f8}"
        + "header{background:#fff;border-bottom:1px solid #d5dce3}header nav,main{max-width:72rem;margin:0 auto;padding:.75rem 1.25rem}"
        + "header a{margin-right:1.25rem;text-decoration:none}header a:first-child{font-weight:700;color:inherit}"
        + "h1{font-size:1.6rem;margin:.75rem 0}h2{font-size:1.05rem;margin:1.5rem 0 .4rem}main>p{margin:.25rem 0}"
        + "table{border-collapse:collapse;width:100%;background:#fff;font-size:.9rem}th,td{border:1px solid #d5dce3;padding:.35rem .6rem;text-align:left;vertical-align:top}"
        + "th{background:#eef2f6;font-weight:600;white-space:nowrap}.wide{overflow-x:auto}ul{padding-left:1.2rem;margin:.3rem 0}"
        + ".cards{list-style:none;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr))}"
        + ".cards li{background:#fff;border:1px solid #d5dce3;border-radius:8px;padding:.75rem 1rem}.cards b{font-size:1.05rem}.cards p{margin:.25rem 0}"
        + "small{color:#556270}svg{width:100%;max-height:28rem;background:#fff;border:1px solid #d5dce3;border-radius:8px}"
        + "svg *{fill:#1769aa;fill-opacity:.2;stroke:#1769aa;stroke-width:1.5;vector-effect:non-scaling-stroke}a{color:#0b5394}"
        + "@media(prefers-color-scheme:dark){body{color:#dfe7ee;background:#12181f}header,table,svg,.cards li{background:#1a222b}th{background:#222d38}"
        + "th,td,svg,header,.cards li{border-color:#3a4855}small{color:#a8b4c0}a{color:#7cc0ff}svg *{fill:#7cc0ff;stroke:#7cc0ff}}";

    /// <summary>Writes it.</summary>
    /// <param name="document">The machine-readable document, with the features that are drawn and listed, when there are any.</param>
    /// <param name="title">Above it.</param>
    /// <param name="root">The address of the API.</param>
    /// <param name="vietnamese">The language of the labels, Vietnamese or English.</param>
    public static string Write(JsonObject document, string title, string root, bool vietnamese)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"").Append(vietnamese ? "vi" : "en").Append("\"><head><meta charset=\"utf-8\"><title>").Append(Text(title))
            .Append(" – CityMap</title><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><link rel=\"icon\" href=\"/icon.svg\"><style>").Append(Style)
            .Append("</style></head><body><header><nav><a href=\"").Append(Text(root[..root.LastIndexOf('/')])).Append("/\">CityMap · ").Append(HtmlWords.Of("map", vietnamese))
            .Append("</a><a href=\"").Append(Text(root)).Append("?f=html\">").Append(HtmlWords.Of("data", vietnamese))
            .Append("</a><a href=\"").Append(Text(root)).Append("/collections?f=html\">").Append(HtmlWords.Of("collections", vietnamese))
            .Append("</a></nav></header><main><h1>").Append(Text(title)).Append("</h1>");
        if (document["features"] is JsonArray features) Features(html, features, Collection(document, root), vietnamese);
        else if (document["type"]?.GetValue<object>().ToString() == "Feature") HtmlMap.Draw(html, [document]);
        if (document["collections"] is JsonArray collections) Cards(html, collections, root, vietnamese);
        foreach (var (name, value) in document)
        {
            if (name is "links" or "features" or "collections" || (name == "title" && document.ContainsKey("itemType"))) continue;
            html.Append("<h2>").Append(Text(HtmlWords.Of(name, vietnamese))).Append("</h2>");
            Value(html, value, vietnamese);
        }

        if (document["links"] is JsonArray links) Links(html, links, vietnamese);
        return html.Append("</main></body></html>").ToString();
    }

    // The address of the collection the features of a document belong to.
    private static string? Collection(JsonObject document, string root) =>
        document.ContainsKey("itemType") ? $"{root}/collections/{document["id"]}"
        : (document["links"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(link => link["rel"]?.ToString() == "collection")?["href"]?.ToString().Split('?')[0];

    private static void Links(StringBuilder html, JsonArray links, bool vietnamese)
    {
        html.Append("<h2>").Append(HtmlWords.Of("links", vietnamese)).Append("</h2><ul>");
        foreach (var link in links.OfType<JsonObject>()) html.Append("<li>").Append(Anchor(link)).Append("</li>");
        html.Append("</ul>");
    }

    private static void Cards(StringBuilder html, JsonArray collections, string root, bool vietnamese)
    {
        html.Append("<ul class=\"cards\">");
        foreach (var collection in collections.OfType<JsonObject>())
        {
            var address = Text($"{root}/collections/{collection["id"]}");
            html.Append("<li><a href=\"").Append(address).Append("?f=html\"><b>").Append(Text(collection["title"]?.ToString() ?? "")).Append("</b></a><p>")
                .Append(Text(collection["description"]?.ToString() ?? "")).Append("</p><small><a href=\"").Append(address).Append("/items?f=html\">")
                .Append(HtmlWords.Of("features", vietnamese)).Append("</a> · <a href=\"").Append(address).Append("/items?f=json\">GeoJSON</a></small></li>");
        }

        html.Append("</ul>");
    }

    private static void Features(StringBuilder html, JsonArray features, string? collection, bool vietnamese)
    {
        HtmlMap.Draw(html, features.OfType<JsonObject>());
        html.Append("<h2>").Append(HtmlWords.Of("features", vietnamese)).Append("</h2><div class=\"wide\"><table>");
        var names = features.OfType<JsonObject>().SelectMany(f => f["properties"]?.AsObject().Select(p => p.Key) ?? []).Distinct().ToList();
        html.Append("<tr><th>").Append(HtmlWords.Of("id", vietnamese)).Append("</th>").AppendJoin("", names.Select(n => $"<th>{Text(n)}</th>"))
            .Append("<th>").Append(HtmlWords.Of("geometry", vietnamese)).Append("</th></tr>");
        foreach (var feature in features.OfType<JsonObject>())
        {
            var id = feature["id"]?.ToString() ?? "";
            html.Append("<tr><td>").Append(collection is null ? Text(id) : $"<a href=\"{Text($"{collection}/items/{Uri.EscapeDataString(id)}")}?f=html\">{Text(id)}</a>").Append("</td>")
                .AppendJoin("", names.Select(n => $"<td>{Text(feature["properties"]?[n]?.ToString() ?? "")}</td>"))
                .Append("<td>").Append(Short(feature["geometry"])).Append("</td></tr>");
        }

        html.Append("</table></div>");
    }

    private static void Value(StringBuilder html, JsonNode? value, bool vietnamese)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } link when link.ContainsKey("href"): html.Append(Anchor(link)); break;
            case JsonObject members:
                html.Append("<table>");
                foreach (var (name, inner) in members)
                {
                    html.Append("<tr><th>").Append(Text(HtmlWords.Of(name, vietnamese))).Append("</th><td>");
                    Value(html, inner, vietnamese);
                    html.Append("</td></tr>");
                }

                html.Append("</table>");
                break;
            case JsonArray items when items.Any(item => item is JsonObject):
                html.Append("<ul>");
                foreach (var item in items)
                {
                    html.Append("<li>");
                    Value(html, item, vietnamese);
                    html.Append("</li>");
                }

                html.Append("</ul>");
                break;
            case JsonArray words when words.Count > 0 && words.All(word => word is JsonValue one && one.GetValueKind() == JsonValueKind.String):
                html.Append("<ul>").AppendJoin("", words.Select(word => $"<li>{Text(word!.ToString())}</li>")).Append("</ul>");
                break;
            case JsonArray numbers: html.Append(Short(numbers)); break;
            default: html.Append(Text(value?.ToString() ?? "–")); break;
        }
    }

    private static string Anchor(JsonObject link)
    {
        var (href, rel, title) = (link["href"]?.ToString() ?? "", link["rel"]?.ToString() ?? "", link["title"]?.ToString());
        if (rel.StartsWith("http", StringComparison.Ordinal)) rel = rel[(rel.LastIndexOf('/') + 1)..];
        return $"<a href=\"{Text(href)}\" rel=\"{Text(rel)}\">{Text(title ?? href)}</a> <small>{Text(rel)} · {Text(link["type"]?.ToString() ?? "")}</small>";
    }

    private static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "";
        return text.Length <= 300 ? Text(text) : $"<details><summary>{Text(text[..80])}…</summary>{Text(text)}</details>";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
