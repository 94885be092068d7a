using CityMap.Geo.Formats.Tables;

namespace CityMap.Server.Api.Incidents.Export;

/// <summary>A form in which incidents leave.</summary>
/// <param name="Extension">How the file's name ends.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="MostRows">How many incidents it can hold; null when there is no limit.</param>
/// <param name="WriteAsync">Writes the answer's body.</param>
internal sealed record ExportFormat(string Extension, string MediaType, int? MostRows, Func<ExportJob, Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv", "text/csv; charset=utf-8; header=present", null, CsvExport.WriteAsync),
        new("geojson", "application/geo+json; charset=utf-8", null, GeoJsonExport.WriteAsync),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxTable.MostRows - 1, XlsxExport.WriteAsync),
    ];
}
