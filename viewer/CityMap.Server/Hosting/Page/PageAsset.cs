using System.IO.Compression;
using System.Security.Cryptography;

namespace CityMap.Server.Hosting.Page;

/// <summary>One file of the console, in memory, compressed once when somebody first asks for it so.</summary>
/// <param name="bytes">As it is on disk.</param>
/// <param name="contentType">What it is.</param>
/// <param name="immutable">True when its name changes with its content.</param>
/// <param name="packed">Packed by brotli when the console was built, tighter than there is time for here; null when it was not.</param>
internal sealed class PageAsset(byte[] bytes, string contentType, bool immutable, byte[]? packed = null)
{
    private readonly Lazy<byte[]> _brotli = new(() => packed ?? Pack(bytes, static output => new BrotliStream(output, CompressionLevel.Optimal)));
    private readonly Lazy<byte[]> _gzip = new(() => Pack(bytes, static output => new GZipStream(output, CompressionLevel.Optimal)));

    /// <summary>What it is.</summary>
    public string ContentType => contentType;

    /// <summary>How long a browser may keep it.</summary>
    public string CacheControl => immutable ? "public, max-age=31536000, immutable" : "no-cache";

    /// <summary>Changes with the content.</summary>
    public string Tag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";

    /// <summary>True when compressing it gains something.</summary>
    public bool Compressible { get; } = bytes.Length > 512 && (contentType.StartsWith("text/", StringComparison.Ordinal)
        || contentType.Contains("json", StringComparison.Ordinal) || contentType.Contains("svg", StringComparison.Ordinal));

    /// <summary>The content in the best encoding the caller takes.</summary>
    public (byte[] Bytes, string? Encoding) For(string accepted) =>
        !Compressible ? (bytes, null)
        : accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (_brotli.Value, "br")
        : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (_gzip.Value, "gzip")
        : (bytes, null);

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> compress)
    {
        using var output = new MemoryStream();
        using (var packer = compress(output)) packer.Write(bytes);
        return output.ToArray();
    }
}
