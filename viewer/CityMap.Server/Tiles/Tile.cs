using System.IO.Compression;
using System.Security.Cryptography;

namespace CityMap.Server.Tiles;

/// <summary>A finished tile, plain and compressed. An empty tile has no bytes.</summary>
internal sealed class Tile
{
    // Below one packet compression saves nothing.
    private const int WorthCompressing = 860;

    private Tile(byte[] plain, byte[]? compressed, string tag) => (Plain, Compressed, Tag) = (plain, compressed, tag);

    /// <summary>The tile: Mapbox Vector Tile 2.1.</summary>
    public byte[] Plain { get; }

    /// <summary>The same as gzip; null where that is not worth it.</summary>
    public byte[]? Compressed { get; }

    /// <summary>Names its content, without quotes.</summary>
    public string Tag { get; }

    /// <summary>True when nothing is on it.</summary>
    public bool IsEmpty => Plain.Length == 0;

    /// <summary>How much memory it takes.</summary>
    public int Weight => 200 + Plain.Length + (Compressed?.Length ?? 0);

    /// <summary>Finishes a tile.</summary>
    /// <param name="bytes">The encoded tile.</param>
    /// <param name="tag">What names its content; null takes a digest of it.</param>
    public static Tile Of(byte[] bytes, string? tag = null) => new(
        bytes,
        bytes.Length < WorthCompressing ? null : Compress(bytes),
        tag ?? Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12)));

    private static byte[] Compress(byte[] bytes)
    {
        using var output = new MemoryStream(bytes.Length / 2);
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest)) gzip.Write(bytes);
        return output.ToArray();
    }
}
