using CityMap.Geo.Coordinates;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Layers.Export;

/// <summary>A form in which a layer leaves.</summary>
/// <param name="Extension">How the file's name ends.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="AnyCrs">True when it can say in which coordinate system it is; else it is in WGS 84.</param>
/// <param name="WriteAsync">Writes the answer's body.</param>
internal sealed record LayerExportFormat(string Extension, string MediaType, bool AnyCrs, Func<LayerExportJob, HttpResponse, CancellationToken, Task> WriteAsync)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<LayerExportFormat> All { get; } =
    [
        new("geojson", "application/geo+json; charset=utf-8", AnyCrs: false, LayerAsGeoJson.WriteAsync),
        new("csv", "text/csv; charset=utf-8; header=present", AnyCrs: false, LayerAsCsv.WriteAsync),
        new("zip", "application/zip", AnyCrs: true, LayerAsShapefile.WriteAsync),
        new("gpkg", "application/geopackage+sqlite3", AnyCrs: true, LayerAsGeoPackage.WriteAsync),
    ];

    /// <summary>The format of an address.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static LayerExportFormat Find(string extension) => All.FirstOrDefault(format => format.Extension == extension)
        ?? throw new ProblemException(new("not_found", $"There is no export.{extension}.")
        {
            Field = "format",
            Allowed = [.. All.Select(format => format.Extension)],
        });

    /// <summary>The coordinate system it is written in.</summary>
    /// <exception cref="ProblemException">It can be in none but WGS 84.</exception>
    public Crs In(Crs? wanted)
    {
        if (wanted is null || wanted.Code == CrsCatalogue.Wgs84.Code || AnyCrs) return wanted ?? CrsCatalogue.Wgs84;
        var why = Extension == "geojson" ? "GeoJSON is in WGS 84 (RFC 7946 §4)" : "A table cannot say in which coordinate system it is, so it is in WGS 84";
        throw new ProblemException("invalid_parameter", "crs", $"{why}.", $"no crs, or one of {string.Join(", ", All.Where(format => format.AnyCrs).Select(format => format.Extension))}");
    }
}
