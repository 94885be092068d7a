using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CityMap.Server.Ogc.Html;

/// <summary>
/// A document of the API as a page for people: a drawing of its features, a table of them, everything else it says, and every link. Made from the
/// machine-readable document, so that the two never differ.
/// </summary>
internal static class HtmlPage
{
    private const string Style =
        "body{font:16px/1.5 'Noto Sans',system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1rem;color:#1b2733;background:#fff}"
        + "table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid #c8d1da;padding:.3rem .5rem;text-align:left;vertical-align:top}"
        + "th{background:#eef2f6;font-weight:600}.wide{overflow-x:auto}svg{width:100%;max-height:28rem;background:#eef2f6;border:1px solid #c8d1da}"
        + "svg *{fill:#1769aa;fill-opacity:.2;stroke:#1769aa;stroke-width:1.5;vector-effect:non-scaling-stroke}a{color:#0b5394}"
        + "@media(prefers-color-scheme:dark){body{color:#dfe7ee;background:#12181f}th,svg{background:#1d2730}th,td,svg{border-color:#3a4855}a{color:#7cc0ff}}";

    public static string Write(JsonObject document, string title, bool vietnamese)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"").Append(vietnamese ? "vi" : "en").Append("\"><head><meta charset=\"utf-8\"><title>").Append(Text(title))
            .Append(" – CityMap</title><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><style>").Append(Style)
            .Append("</style></head><body><h1>").Append(Text(title)).Append("</h1>");
        if (document["features"] is JsonArray features) Features(html, features, vietnamese);
        else if (document["type"]?.GetValue<object>().ToString() == "Feature") HtmlMap.Draw(html, [document]);
        if (document["links"] is JsonArray links) Links(html, links, vietnamese);
        foreach (var (name, value) in document)
        {
            if (name is "links" or "features") continue;
            html.Append("<h2>").Append(Text(name)).Append("</h2>");
            Value(html, value);
        }

        return html.Append("</body></html>").ToString();
    }

    private static void Links(StringBuilder html, JsonArray links, bool vietnamese)
    {
        html.Append("<h2>").Append(vietnamese ? "Liên kết" : "Links").Append("</h2><ul>");
        foreach (var link in links.OfType<JsonObject>()) html.Append("<li>").Append(Anchor(link)).Append("</li>");
        html.Append("</ul>");
    }

    private static void Features(StringBuilder html, JsonArray features, bool vietnamese)
    {
        HtmlMap.Draw(html, features.OfType<JsonObject>());
        html.Append("<h2>").Append(vietnamese ? "Đối tượng" : "Features").Append("</h2><div class=\"wide\"><table>");
        var names = features.OfType<JsonObject>().SelectMany(f => f["properties"]?.AsObject().Select(p => p.Key) ?? []).Distinct().ToList();
        html.Append("<tr><th>id</th>").AppendJoin("", names.Select(n => $"<th>{Text(n)}</th>")).Append("<th>geometry</th></tr>");
        foreach (var feature in features.OfType<JsonObject>())
        {
            html.Append("<tr><td>").Append(Text(feature["id"]?.ToString() ?? "")).Append("</td>")
                .AppendJoin("", names.Select(n => $"<td>{Text(feature["properties"]?[n]?.ToString() ?? "")}</td>"))
                .Append("<td>").Append(Short(feature["geometry"])).Append("</td></tr>");
        }

        html.Append("</table></div>");
    }

    private static void Value(StringBuilder html, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } link when link.ContainsKey("href"): html.Append(Anchor(link)); break;
            case JsonObject members:
                html.Append("<table>");
                foreach (var (name, inner) in members)
                {
                    html.Append("<tr><th>").Append(Text(name)).Append("</th><td>");
                    Value(html, inner);
                    html.Append("</td></tr>");
                }

                html.Append("</table>");
                break;
            case JsonArray items when items.Any(item => item is JsonObject):
                html.Append("<ul>");
                foreach (var item in items)
                {
                    html.Append("<li>");
                    Value(html, item);
                    html.Append("</li>");
                }

                html.Append("</ul>");
                break;
            case JsonArray numbers: html.Append(Short(numbers)); break;
            default: html.Append(Text(value?.ToString() ?? "–")); break;
        }
    }

    private static string Anchor(JsonObject link)
    {
        var (href, rel, title) = (link["href"]?.ToString() ?? "", link["rel"]?.ToString() ?? "", link["title"]?.ToString());
        return $"<a href=\"{Text(href)}\" rel=\"{Text(rel)}\">{Text(title ?? href)}</a> <small>{Text(rel)} · {Text(link["type"]?.ToString() ?? "")}</small>";
    }

    private static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "";
        return text.Length <= 300 ? Text(text) : $"<details><summary>{Text(text[..80])}…</summary>{Text(text)}</details>";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
