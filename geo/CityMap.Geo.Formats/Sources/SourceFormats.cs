using CityMap.Geo.Formats.Archives;
using CityMap.Geo.Formats.Csv;
using CityMap.Geo.Formats.GeoJson;
using CityMap.Geo.Formats.GeoPackage;
using CityMap.Geo.Formats.Gpx;
using CityMap.Geo.Formats.Kml;
using CityMap.Geo.Formats.Pbf;
using CityMap.Geo.Formats.Shapefile;

namespace CityMap.Geo.Formats.Sources;

/// <summary>The formats CityMap reads, and which of them a file is in: by its content first, then by its extension.</summary>
public static class SourceFormats
{
    /// <summary>All of them; the first that recognises a file reads it.</summary>
    public static IReadOnlyList<SourceFormat> All { get; } =
        [new ShapefileFormat(), new GeoPackageFormat(), new GeoJsonSequenceFormat(), new GeoJsonFormat(), new KmlFormat(), new GpxFormat(), new PbfFormat(), new CsvFormat()];

    /// <summary>The format a parameter names; null when there is none of that name.</summary>
    public static SourceFormat? Find(string id) => All.FirstOrDefault(format => format.Id == id);

    /// <summary>
    /// Says which format a file is in. A zip archive that holds one file of a format that is not itself an archive stands for that file, which is
    /// unpacked into the source's folder: the source to read is then another.
    /// </summary>
    /// <param name="source">The file, unpacked if it was gzip.</param>
    /// <param name="stated">What the person who brings it says; null recognises it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="SourceRefusal"><c>unknown_format</c>, or an archive that is not safe.</exception>
    public static async Task<(SourceFormat Format, Source Source)> RecogniseAsync(Source source, SourceFormat? stated, CancellationToken cancellationToken)
    {
        var head = await SourceHead.ReadAsync(source, cancellationToken);
        if (All.FirstOrDefault(format => format.Recognises(head)) is { } found) return (stated ?? found, source);
        if (head.IsZip) return await RecogniseAsync(await UnwrapAsync(source, head, cancellationToken), stated, cancellationToken);
        return (stated ?? ByNameOrText(head), source);
    }

    private static SourceFormat ByNameOrText(SourceHead head)
    {
        if (head.Bytes.Length == 0) throw new SourceRefusal("import_failed", "The file is empty.");
        if (All.FirstOrDefault(format => format.Extensions.Contains(head.Extension)) is { } byName) return byName;
        if (!head.Bytes.Span.Contains((byte)0)) return All.OfType<CsvFormat>().Single();
        throw new SourceRefusal("unknown_format", $"The file is in none of the formats that are read here: {Names()}.");
    }

    private static string Names() => string.Join(", ", All.Select(format => format.Name));

    private static async Task<Source> UnwrapAsync(Source source, SourceHead head, CancellationToken cancellationToken)
    {
        if (head.Entries is not [var only])
        {
            var some = string.Join(", ", head.Entries.Take(5));
            throw new SourceRefusal("unknown_format", head.Entries.Count == 0
                ? "The archive holds no file."
                : $"The archive holds {head.Entries.Count} files and none that makes it one of the formats read here ({some}{(head.Entries.Count > 5 ? ", …" : "")}).");
        }

        using var archive = SafeArchive.Open(source.Path);
        var path = Path.Combine(source.Folder, "content");
        await archive.ExtractAsync(only, path, cancellationToken);
        var content = new Source(path, Path.GetFileName(only), source.Options);
        if ((await SourceHead.ReadAsync(content, cancellationToken)).IsZip) throw ArchiveRules.Refused($"it holds another archive, \"{only}\"; bring that one by itself");
        return content;
    }
}
