using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Archives;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Kml;

/// <summary>
/// Reads KMZ (OGC 07-147r2 annex C): <c>doc.kml</c>, or the first document there is, and then the others, to which the first may link. What a
/// document does not name itself lies in a layer of the document's name.
/// </summary>
internal static class KmzReader
{
    /// <summary>Rows and remarks, document by document.</summary>
    /// <exception cref="SourceRefusal">The archive is not safe to unpack.</exception>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(Source source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var archive = SafeArchive.Open(source.Path);
        var documents = archive.Names.Where(n => n.EndsWith(".kml", StringComparison.OrdinalIgnoreCase)).OrderByDescending(n => n == "doc.kml").ToList();
        var content = Path.Combine(source.Folder, "document");
        long count = 0;
        for (var i = 0; i < documents.Count; i++)
        {
            await archive.ExtractAsync(documents[i], content, cancellationToken);
            await using var stream = File.OpenRead(content);
            using var cursor = new XmlCursor(stream);
            var walk = new KmlWalk(cursor)
            {
                Count = count,
                Name = i == 0 ? null : Path.GetFileNameWithoutExtension(documents[i]),
                Inside = href => documents.Contains(href.StartsWith("./", StringComparison.Ordinal) ? href[2..] : href),
            };
            await foreach (var item in walk.ReadAsync(cancellationToken))
            {
                yield return item;
                if (item is SourceRemark { Gravity: Gravity.Fatal }) yield break;
            }

            count = walk.Count;
            source.Fraction = (i + 1.0) / documents.Count;
        }
    }
}
