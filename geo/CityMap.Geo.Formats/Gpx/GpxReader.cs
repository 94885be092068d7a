using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Gpx;

/// <summary>
/// Reads GPX 1.0 and 1.1 (topografix.com/GPX/1/1) as a stream. Waypoints, routes and tracks are the layers <c>waypoints</c>, <c>routes</c> and
/// <c>tracks</c>: points with their time and elevation, lines with the first and last time of their points.
/// </summary>
public static class GpxReader
{
    /// <summary>Rows and remarks in the order of the file. A fatal remark is the last item.</summary>
    /// <param name="stream">The XML text; read forward once.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var cursor = new XmlCursor(stream);
        await foreach (var item in new GpxWalk(cursor).ReadAsync(cancellationToken)) yield return item;
    }
}
