using CityMap.Server.Api.Problems;
using CityMap.Server.Hosting;
using CityMap.Viewer.Raster;

namespace CityMap.Server.Maps;

/// <summary>The base maps in the data folder. A file added, replaced or taken away while the server runs is noticed at the next request.</summary>
internal sealed class Basemaps(ServerOptions options, ILogger<Basemaps> logger) : IDisposable
{
    /// <summary>Their folder within the data folder.</summary>
    public const string Folder = "basemaps";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Basemap> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Version, string Reason)> _damaged = new(StringComparer.Ordinal);

    /// <summary>Every base map that can be used, by id; a damaged file is left out, and the log says once why.</summary>
    public IReadOnlyList<Basemap> All()
    {
        var found = new List<Basemap>();
        foreach (var file in Files())
        {
            try
            {
                found.Add(Open(file));
            }
            catch (ProblemException)
            {
                // Asked for by its id it says why.
                continue;
            }
        }

        return found;
    }

    /// <summary>A base map.</summary>
    /// <exception cref="ProblemException">There is none of that id, or its file is damaged.</exception>
    public Basemap Find(string id)
    {
        var files = Files().ToList();
        return files.Find(f => IdOf(f) == id) is { } file ? Open(file) : throw new ProblemException(new("not_found", $"There is no base map {Api.Texts.Shown(id)}.")
        {
            Field = "ground",
            Expected = files.Count == 0 ? "a base map: add one with ./citymap basemap add FILE" : string.Join(", ", files.Select(IdOf)),
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var basemap in _open.Values) basemap.Archive.Dispose();
    }

    private static string IdOf(string file) => Path.GetFileNameWithoutExtension(file);

    private IEnumerable<string> Files()
    {
        var folder = Path.Combine(options.DataFolder, Folder);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(f => TileArchive.Endings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal) : [];
    }

    private Basemap Open(string file)
    {
        var about = new FileInfo(file);
        var version = FormattableString.Invariant($"{about.LastWriteTimeUtc.Ticks:x}-{about.Length:x}");
        lock (_lock)
        {
            if (_open.TryGetValue(file, out var known) && known.Version == version) return known;
            if (_damaged.TryGetValue(file, out var refused) && refused.Version == version) throw Refused(file, refused.Reason);
            try
            {
                // The one before may still be read from; it goes when nobody holds it any more.
                return _open[file] = new(IdOf(file), TileArchive.Open(file), version);
            }
            catch (TileArchiveException damaged)
            {
                _damaged[file] = (version, damaged.Message);
                logger.BasemapDamaged(IdOf(file), damaged.Message);
                throw Refused(file, damaged.Message);
            }
        }
    }

    private static ProblemException Refused(string file, string reason) => new(new("map_unavailable", $"The base map {IdOf(file)} cannot be used: {reason}"));
}
