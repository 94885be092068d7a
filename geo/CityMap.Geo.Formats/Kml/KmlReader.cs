using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Kml;

/// <summary>
/// Reads KML 2.0 to 2.3 (OGC 07-147r2, 12-007r2) as a stream of placemarks. A folder is a layer of the file; a placemark outside every folder
/// belongs to the document. Network links, overlays and tours are named and left out; nothing outside the file is read.
/// </summary>
public static class KmlReader
{
    /// <summary>Rows and remarks in the order of the file. A fatal remark is the last item.</summary>
    /// <param name="stream">The XML text; read forward once.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var cursor = new XmlCursor(stream);
        await foreach (var item in new KmlWalk(cursor).ReadAsync(cancellationToken)) yield return item;
    }
}
