using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace CityMap.Server.Hosting;

/// <summary>Answers are compressed for whoever takes it; the page's own files are compressed once (<see cref="Page.PageAsset"/>).</summary>
internal static class Compression
{
    private static readonly string[] _types =
    [
        "application/json", "application/geo+json", "application/problem+json", "application/vnd.oai.openapi+json",
        "application/vnd.mapbox-vector-tile", "application/x-ndjson", "text/html", "text/css", "text/javascript", "text/plain", "image/svg+xml",
    ];

    /// <summary>Registers the encodings; speed first, because most answers are made anew each time.</summary>
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = _types;
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
