using System.Text.Json;
using CityMap.Geo.Formats.GeoJson;
using CityMap.Geo.Layers;

namespace CityMap.Viewer.Desktop;

/// <summary>Reads whole layers for a pack: what the server draws while there is one has to be at hand when there is none.</summary>
public static class PackLayers
{
    private const int Page = 1000;

    /// <summary>Every feature of a layer, page after page.</summary>
    /// <param name="client">Whom to ask.</param>
    /// <param name="layer">Its id.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<Feature>> ReadAsync(CityClient client, string layer, CancellationToken cancellationToken)
    {
        var features = new List<Feature>();
        for (var route = $"/ogc/collections/{Uri.EscapeDataString(layer)}/items?limit={Page}"; route is not null;)
        {
            var page = await client.ReadAsync(route, cancellationToken);
            features.AddRange(page.GetProperty("features").EnumerateArray().Select(Read).OfType<Feature>());
            route = Next(page);
        }

        return features;
    }

    private static string? Next(JsonElement page)
    {
        if (!page.TryGetProperty("links", out var links)) return null;
        var next = links.EnumerateArray().Where(l => l.GetProperty("rel").GetString() == "next").Select(l => l.GetProperty("href").GetString()).FirstOrDefault();
        // The server may call itself by another name than the one it is asked by.
        return next is null ? null : Uri.TryCreate(next, UriKind.Absolute, out var whole) && (whole.Scheme is "http" or "https") ? whole.PathAndQuery : next;
    }

    private static Feature? Read(JsonElement json)
    {
        if (!GeoJsonGeometry.TryRead(json.GetProperty("geometry"), "$.geometry", out var shape, out _) || shape is null) return null;
        return new(json.GetProperty("id").ToString(), shape, PackReader.Values(json.GetProperty("properties")));
    }
}
