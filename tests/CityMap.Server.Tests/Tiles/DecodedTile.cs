using System.Net;
using NetTopologySuite.Features;
using NetTopologySuite.IO.VectorTiles.Mapbox;

namespace CityMap.Server.Tests.Tiles;

/// <summary>A tile as a program that is not ours reads it.</summary>
internal sealed record DecodedTile(HttpStatusCode Status, string? Tag, string Layer, IReadOnlyList<IFeature> Features, HttpResponseMessage Response)
{
    public IEnumerable<string> Ids => Features.Select(f => (string)f.Attributes["id"]).Order(StringComparer.Ordinal);

    /// <summary>Asks for a tile; one that is not 200 has no features.</summary>
    public static async Task<DecodedTile> GetAsync(TileHost host, string layer, (int Z, int X, int Y) at, string query = "", string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/tiles/{layer}/{at.Z}/{at.X}/{at.Y}.mvt{query}");
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        var response = await host.Http.SendAsync(request, TileHost.Cancel);
        var etag = response.Headers.ETag?.ToString();
        if (response.StatusCode != HttpStatusCode.OK) return new(response.StatusCode, etag, "", [], response);
        await using var body = await response.Content.ReadAsStreamAsync(TileHost.Cancel);
        var read = new MapboxTileReader().Read(body, new NetTopologySuite.IO.VectorTiles.Tiles.Tile(at.X, at.Y, at.Z));
        var only = Assert.Single(read.Layers);
        return new(response.StatusCode, etag, only.Name, [.. only.Features], response);
    }

    public static (int Z, int X, int Y) Of(double lon, double lat, int z)
    {
        var tile = Geo.Tiles.TileAddress.Containing(new(lon, lat), z);
        return (tile.Z, tile.X, tile.Y);
    }
}
