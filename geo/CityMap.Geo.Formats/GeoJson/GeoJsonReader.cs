using System.Runtime.CompilerServices;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>
/// Reads GeoJSON (RFC 7946) as a stream: a feature collection, one feature, or a bare geometry. What the standard forbids makes a row bad, with
/// its JSON path and the reason; what it only discourages is a warning. Positions are WGS 84, longitude first.
/// </summary>
public static class GeoJsonReader
{
    /// <summary>Rows and remarks in the order of the file. A fatal remark is the last item.</summary>
    /// <param name="stream">UTF-8, with or without a byte order mark; read forward once.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static IAsyncEnumerable<SourceItem> ReadAsync(Stream stream, CancellationToken cancellationToken) => ReadAsync(stream, null, static _ => { }, cancellationToken);

    /// <summary>The same, with coordinates in another system: the one that is stated, else the one the document names in its member "crs" (GeoJSON 2008).</summary>
    /// <param name="stream">UTF-8, with or without a byte order mark; read forward once.</param>
    /// <param name="stated">The system; null reads the document's own.</param>
    /// <param name="placed">Told the system before the first row, when it is not WGS 84.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="SourceRefusal">The document names a system that is not known here.</exception>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(Stream stream, Crs? stated, Action<Crs> placed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var document = new GeoJsonDocument(stream, stated, placed);
        while (await document.NextAsync(cancellationToken))
        {
            foreach (var item in document.Items) yield return item;
        }

        foreach (var item in document.Items) yield return item;
    }
}
