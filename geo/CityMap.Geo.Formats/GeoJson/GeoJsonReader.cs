using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;

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
    public static async IAsyncEnumerable<SourceItem> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var document = new GeoJsonDocument(stream);
        while (await document.NextAsync(cancellationToken))
        {
            foreach (var item in document.Items) yield return item;
        }

        foreach (var item in document.Items) yield return item;
    }
}
