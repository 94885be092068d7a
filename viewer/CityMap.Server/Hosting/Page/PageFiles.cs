using System.Collections.Concurrent;
using Microsoft.AspNetCore.StaticFiles;

namespace CityMap.Server.Hosting.Page;

/// <summary>The files of the console beside the program, read when they are first asked for.</summary>
internal sealed class PageFiles
{
    private const string NotBuilt =
        "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>CityMap</title>"
        + "<p>CityMap đang chạy, nhưng trang chưa được dựng. The console has not been built: run <code>./citymap build</code>. "
        + "The API is described at <a href=\"/docs\">/docs</a>.</p></html>";

    private static readonly FileExtensionContentTypeProvider _types = new();

    private readonly Dictionary<string, string> _paths;
    private readonly ConcurrentDictionary<string, PageAsset> _assets = new(StringComparer.Ordinal);

    /// <summary>Takes stock of a folder; it may be absent.</summary>
    public PageFiles(string folder)
    {
        _paths = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(file => "/" + Path.GetRelativePath(folder, file).Replace('\\', '/'), StringComparer.Ordinal)
            : [];
    }

    /// <summary>The page itself.</summary>
    public PageAsset Index => Find("/index.html")
        ?? _assets.GetOrAdd("", static _ => new(System.Text.Encoding.UTF8.GetBytes(NotBuilt), "text/html; charset=utf-8", immutable: false));

    /// <summary>A file by its path in the address; null when there is none. Only what was there at the start is ever served.</summary>
    public PageAsset? Find(string path) =>
        _assets.TryGetValue(path, out var asset) ? asset
        : _paths.TryGetValue(path, out var file) ? _assets.GetOrAdd(path, new PageAsset(File.ReadAllBytes(file), TypeOf(path), IsHashed(path), Packed(path)))
        : null;

    private byte[]? Packed(string path) => _paths.TryGetValue(path + ".br", out var file) ? File.ReadAllBytes(file) : null;

    // Vite puts every file whose name carries a hash of its content into assets/.
    private static bool IsHashed(string path) => path.StartsWith("/assets/", StringComparison.Ordinal);

    private static string TypeOf(string path)
    {
        if (!_types.TryGetContentType(path, out var type)) return path.EndsWith(".pbf", StringComparison.Ordinal) ? "application/x-protobuf" : "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
    }
}
