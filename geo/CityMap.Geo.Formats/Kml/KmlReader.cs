using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Archives;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Kml;

/// <summary>
/// Reads KML 2.0 to 2.3 (OGC 07-147r2, 12-007r2) and KMZ as a stream of placemarks. A folder is a layer of the file; a placemark outside every folder
/// belongs to the document. Network links, overlays and tours are named and left out; nothing outside the file is read.
/// </summary>
public static class KmlReader
{
    /// <summary>Rows and remarks in the order of the file; of an archive the main document first. A fatal remark is the last item.</summary>
    /// <param name="stream">KML, or a KMZ archive; must be able to seek.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!SafeZip.IsZip(stream))
        {
            using var cursor = new XmlCursor(stream);
            await foreach (var item in ReadAsync(new KmlWalk(cursor), cancellationToken)) yield return item;
            yield break;
        }

        var (archive, problem) = KmzArchive.Open(stream);
        if (archive is null)
        {
            yield return new SourceRemark(1, Gravity.Fatal, "file", problem!);
            yield break;
        }

        await using var opened = archive;
        await foreach (var item in ReadAsync(opened, cancellationToken)) yield return item;
    }

    private static async IAsyncEnumerable<SourceItem> ReadAsync(KmzArchive archive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long count = 0;
        foreach (var document in archive.Documents)
        {
            await using var content = document.Open();
            using var cursor = new XmlCursor(content);
            var walk = new KmlWalk(cursor) { Count = count, Name = document.Name, Inside = archive.Holds };
            await foreach (var item in ReadAsync(walk, cancellationToken))
            {
                yield return item;
                if (item is SourceRemark { Gravity: Gravity.Fatal }) yield break;
            }

            count = walk.Count;
        }
    }

    private static async IAsyncEnumerable<SourceItem> ReadAsync(KmlWalk walk, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await walk.NextAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var item in walk.Items) yield return item;
        }

        foreach (var item in walk.Items) yield return item;
    }
}
