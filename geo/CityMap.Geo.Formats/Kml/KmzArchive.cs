using System.IO.Compression;
using CityMap.Geo.Formats.Archives;

namespace CityMap.Geo.Formats.Kml;

/// <summary>The documents of a KMZ archive (OGC 07-147r2 annex C): <c>doc.kml</c> or the first that ends so, then those it may link to.</summary>
internal sealed class KmzArchive : IAsyncDisposable
{
    private static readonly ArchiveLimits Limits = new();

    private readonly ZipArchive _archive;

    private KmzArchive(ZipArchive archive, IReadOnlyList<KmzDocument> documents) => (_archive, Documents) = (archive, documents);

    /// <summary>The documents, the main one first.</summary>
    public IReadOnlyList<KmzDocument> Documents { get; }

    /// <summary>Opens an archive; a problem says why that is not possible.</summary>
    public static (KmzArchive? Opened, string? Problem) Open(Stream stream)
    {
        try
        {
            var archive = SafeZip.Open(stream, Limits);
            var documents = archive.Entries.Where(e => e.FullName.EndsWith(".kml", StringComparison.OrdinalIgnoreCase)).ToList();
            var main = documents.Find(e => e.FullName == "doc.kml") ?? documents.FirstOrDefault();
            if (main is not null) return (new(archive, [new(main, null), .. documents.Where(d => d != main).Select(d => new KmzDocument(d, Stem(d)))]), null);
            archive.Dispose();
            return (null, "The archive holds no .kml: this is not KMZ.");
        }
        catch (ArchiveRefusal refused)
        {
            return (null, refused.Message);
        }
    }

    /// <summary>True when a link leads to a document of the archive.</summary>
    public bool Holds(string href) => Documents.Any(d => d.Path == href || d.Path == href.TrimStart('.', '/'));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    private static string Stem(ZipArchiveEntry entry) => Path.GetFileNameWithoutExtension(entry.Name);
}

/// <summary>One document of an archive.</summary>
/// <param name="entry">Where it lies.</param>
/// <param name="name">The layer of what it does not name itself; null for the main document.</param>
internal sealed class KmzDocument(ZipArchiveEntry entry, string? name)
{
    /// <summary>The layer of what it does not name itself.</summary>
    public string? Name => name;

    /// <summary>Its path in the archive.</summary>
    public string Path => entry.FullName;

    /// <summary>Its bytes.</summary>
    public Stream Open() => SafeZip.Read(entry);
}
