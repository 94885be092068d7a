using CityMap.Geo.Formats.Archives;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.Shapefile;

/// <summary>The files that make one Shapefile.</summary>
/// <param name="Name">What they are all called, without folders and extensions.</param>
/// <param name="Shp">The shapes.</param>
/// <param name="Dbf">The attributes; null when missing.</param>
/// <param name="Projection">The text of the <c>.prj</c>; null when missing.</param>
/// <param name="CodePage">The text of the <c>.cpg</c> or <c>.cst</c>; null when missing.</param>
internal sealed record ShapefileParts(string Name, string Shp, string? Dbf, string? Projection, string? CodePage)
{
    /// <summary>The Shapefiles of a source, in the order of their names: those in a zip archive, unpacked once, or a bare <c>.shp</c>.</summary>
    public static async Task<IReadOnlyList<ShapefileParts>> FindAsync(Source source, SourceHead head, CancellationToken cancellationToken)
    {
        if (!head.IsZip) return [new(Path.GetFileNameWithoutExtension(source.Name), source.Path, null, null, null)];
        using var archive = SafeArchive.Open(source.Path);
        var found = new List<ShapefileParts>();
        foreach (var shp in archive.Names.Where(name => Is(name, ".shp")).Order(StringComparer.OrdinalIgnoreCase))
        {
            var number = found.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            found.Add(new(
                Path.GetFileNameWithoutExtension(shp),
                (await UnpackAsync(archive, source, shp, ".shp", number, cancellationToken))!,
                await UnpackAsync(archive, source, shp, ".dbf", number, cancellationToken),
                await TextAsync(await UnpackAsync(archive, source, shp, ".prj", number, cancellationToken), cancellationToken),
                await TextAsync(await UnpackAsync(archive, source, shp, ".cpg", number, cancellationToken) ?? await UnpackAsync(archive, source, shp, ".cst", number, cancellationToken), cancellationToken)));
        }

        return found;
    }

    private static bool Is(string name, string extension) => Path.GetExtension(name).Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static async Task<string?> UnpackAsync(SafeArchive archive, Source source, string shp, string extension, string number, CancellationToken cancellationToken)
    {
        var sibling = archive.Names.FirstOrDefault(name => name.Equals(Path.ChangeExtension(shp, extension), StringComparison.OrdinalIgnoreCase));
        if (sibling is null) return null;
        var path = Path.Combine(source.Folder, number + extension);
        if (!File.Exists(path)) await archive.ExtractAsync(sibling, path, cancellationToken);
        return path;
    }

    // Both are a line; a longer one is something else.
    private static async Task<string?> TextAsync(string? path, CancellationToken cancellationToken) =>
        path is null || new FileInfo(path).Length is 0 or > 64 * 1024 ? null : (await File.ReadAllTextAsync(path, cancellationToken)).Trim('\0', ' ', '\r', '\n', '\t');
}
