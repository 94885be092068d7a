using System.Globalization;
using CityMap.Geo.Tiles;
using Microsoft.Data.Sqlite;

namespace CityMap.Viewer.Raster;

/// <summary>Raster tiles in an SQLite file (mapbox/mbtiles-spec 1.3): rows are counted from the south.</summary>
public sealed class MbTiles : ITileArchive
{
    private readonly SqliteConnection _file;
    private readonly Lock _lock = new();

    private MbTiles(SqliteConnection file, IReadOnlyDictionary<string, string> about)
    {
        _file = file;
        MinZoom = Whole(about, "minzoom", 0);
        MaxZoom = Whole(about, "maxzoom", TileAddress.MaxZoom);
        Attribution = about.GetValueOrDefault("attribution") ?? "";
    }

    /// <inheritdoc/>
    public int MinZoom { get; }

    /// <inheritdoc/>
    public int MaxZoom { get; }

    /// <inheritdoc/>
    public string Attribution { get; }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="TileArchiveException">It is missing, damaged, or holds no pictures.</exception>
    public static MbTiles Open(string path)
    {
        if (!File.Exists(path)) throw new TileArchiveException($"There is no file {path}.");
        var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            file.Open();
            var about = new Dictionary<string, string>(StringComparer.Ordinal);
            using var command = file.CreateCommand();
            command.CommandText = "SELECT name, value FROM metadata";
            using var rows = command.ExecuteReader();
            while (rows.Read()) about[rows.GetString(0)] = rows.IsDBNull(1) ? "" : rows.GetString(1);
            if (about.GetValueOrDefault("format") is not ("png" or "jpg" or "jpeg" or "webp")) throw new TileArchiveException($"{Path.GetFileName(path)} holds no pictures but {about.GetValueOrDefault("format") ?? "nothing named"}.");
            return new(file, about);
        }
        catch (SqliteException damaged)
        {
            file.Dispose();
            throw new TileArchiveException($"{Path.GetFileName(path)} is no MBTiles file or is damaged: {damaged.Message}", damaged);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public byte[]? Read(TileAddress address)
    {
        lock (_lock)
        {
            try
            {
                using var command = _file.CreateCommand();
                command.CommandText = "SELECT tile_data FROM tiles WHERE zoom_level = $z AND tile_column = $x AND tile_row = $y";
                command.Parameters.AddWithValue("$z", address.Z);
                command.Parameters.AddWithValue("$x", address.X);
                command.Parameters.AddWithValue("$y", (1 << address.Z) - 1 - address.Y);
                return command.ExecuteScalar() as byte[];
            }
            catch (SqliteException damaged)
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
                using var command = _file.CreateCommand();
                command.CommandText = "SELECT tile_column, tile_row FROM tiles WHERE zoom_level = $z LIMIT 16";
                command.Parameters.AddWithValue("$z", zoom);
                using var rows = command.ExecuteReader();
                var found = new List<TileAddress>();
                while (rows.Read())
                {
                    if (TileAddress.TryCreate(zoom, rows.GetInt32(0), (1 << zoom) - 1 - rows.GetInt32(1), out var tile)) found.Add(tile);
                }

                return found;
            }
            catch (Exception damaged) when (damaged is SqliteException or InvalidCastException)
            {
                throw new TileArchiveException($"The tiles of zoom {zoom} cannot be read: {damaged.Message}", damaged);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static int Whole(IReadOnlyDictionary<string, string> about, string name, int otherwise) =>
        int.TryParse(about.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
