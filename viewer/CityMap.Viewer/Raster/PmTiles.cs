using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using CityMap.Geo.Tiles;

namespace CityMap.Viewer.Raster;

/// <summary>Raster tiles in one file (PMTiles version 3, protomaps/PMTiles): directories of runs along a Hilbert curve.</summary>
public sealed class PmTiles : ITileArchive
{
    private const int HeaderLength = 127;
    private const int MostDirectory = 64 * 1024 * 1024;
    private const int Some = 16;
    private readonly Stream _file;
    private readonly Lock _lock = new();
    private readonly long _leaves;
    private readonly long _tiles;
    private readonly bool _gzip;
    private readonly IReadOnlyList<PmEntry> _root;

    private PmTiles(Stream file)
    {
        _file = file;
        var head = Bytes(0, HeaderLength);
        if (!head.AsSpan(0, 7).SequenceEqual("PMTiles"u8) || head[7] != 3) throw new TileArchiveException("The file is no PMTiles file of version 3.");
        if (head[99] is not (2 or 3 or 4)) throw new TileArchiveException("The PMTiles file holds no pictures (PNG, JPEG, WebP).");
        if (head[97] is not (1 or 2)) throw new TileArchiveException("The directories of the PMTiles file are compressed otherwise than by gzip.");
        _gzip = head[97] == 2;
        (_leaves, _tiles) = (Number(head, 40), Number(head, 56));
        (MinZoom, MaxZoom) = (head[100], head[101]);
        _root = Directory(Number(head, 8), Number(head, 16));
        Attribution = About(Number(head, 24), Number(head, 32));
    }

    /// <inheritdoc/>
    public int MinZoom { get; }

    /// <inheritdoc/>
    public int MaxZoom { get; }

    /// <inheritdoc/>
    public string Attribution { get; }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="TileArchiveException">It is missing, damaged, or holds no pictures.</exception>
    public static PmTiles Open(string path)
    {
        if (!File.Exists(path)) throw new TileArchiveException($"There is no file {path}.");
        var file = File.OpenRead(path);
        try
        {
            return new(file);
        }
        catch (Exception damaged)
        {
            file.Dispose();
            throw damaged as TileArchiveException ?? new TileArchiveException($"{Path.GetFileName(path)} is damaged: {damaged.Message}", damaged);
        }
    }

    /// <inheritdoc/>
    public byte[]? Read(TileAddress address)
    {
        var id = PmEntry.IdOf(address);
        lock (_lock)
        {
            try
            {
                var directory = _root;

                // The specification allows no more than three levels below the root.
                for (var depth = 0; depth < 4; depth++)
                {
                    if (PmEntry.Find(directory, id) is not { } entry) return null;
                    if (entry.Run > 0) return Bytes(_tiles + entry.Offset, entry.Length);
                    directory = Directory(_leaves + entry.Offset, entry.Length);
                }

                throw new TileArchiveException("The PMTiles file is damaged: its directories have no end.");
            }
            catch (Exception damaged) when (damaged is IOException or InvalidDataException or ArgumentException)
            {
                throw new TileArchiveException($"The tile {address} cannot be read: {damaged.Message}", damaged);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<TileAddress> Tiles(int zoom)
    {
        lock (_lock)
        {
            try
            {
                // The first leaf stands for all: it is enough to see whether pictures come out of the file.
                var directory = _root;
                for (var depth = 0; depth < 4 && directory is [{ Run: 0 } leaf, ..]; depth++) directory = Directory(_leaves + leaf.Offset, leaf.Length);
                return [.. directory.Where(e => e.Run > 0).Select(e => PmEntry.TileOf(e.Id)).OfType<TileAddress>().Where(t => t.Z == zoom).Take(Some)];
            }
            catch (Exception damaged) when (damaged is IOException or InvalidDataException or ArgumentException)
            {
                throw new TileArchiveException($"The tiles of zoom {zoom} cannot be read: {damaged.Message}", damaged);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static long Number(byte[] head, int at) => BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(at));

    private byte[] Bytes(long offset, long length)
    {
        if (offset < 0 || length < 0 || length > MostDirectory || offset + length > _file.Length) throw new TileArchiveException("The PMTiles file is cut off or damaged.");
        var bytes = new byte[length];
        _file.Position = offset;
        _file.ReadExactly(bytes);
        return bytes;
    }

    private IReadOnlyList<PmEntry> Directory(long offset, long length) => PmEntry.ReadAll(Plain(Bytes(offset, length)));

    private byte[] Plain(byte[] bytes)
    {
        if (!_gzip) return bytes;
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private string About(long offset, long length)
    {
        if (length == 0) return "";
        using var json = JsonDocument.Parse(Plain(Bytes(offset, length)));
        return json.RootElement.TryGetProperty("attribution", out var text) ? text.GetString() ?? "" : "";
    }
}
