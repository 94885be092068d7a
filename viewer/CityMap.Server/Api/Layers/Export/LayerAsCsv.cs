using System.Globalization;
using CityMap.Geo.Formats.Tables;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityMap.Server.Api.Layers.Export;

/// <summary>
/// A layer as CSV under the names of its fields: points as longitude and latitude, everything else as well-known text with its system before it
/// (<c>SRID=4326;</c>), as PostGIS writes it. Times are ISO 8601 in UTC.
/// </summary>
internal static class LayerAsCsv
{
    private const int Part = 500;

    public static async Task WriteAsync(LayerExportJob job, HttpResponse response, CancellationToken cancellationToken)
    {
        var points = job.Layer.Geometry == GeometryKind.Point && !(await job.SurveyAsync(cancellationToken)).HasMultiPoints;
        var (shapes, fields) = (new WKTWriter(2), job.Layer.Fields);
        await using var table = new CsvTable(response.Body);
        string[] place = points ? ["lon", "lat"] : ["wkt"];
        table.Write(["id", .. fields.Select(field => Free(field.Name, fields, place)), .. place]);
        await table.FlushAsync(cancellationToken);
        var rows = 0;
        await foreach (var feature in job.Features(cancellationToken))
        {
            table.Write([feature.Id, .. fields.Select(field => Cell(feature[field.Name])), .. Place(feature.Geometry, points, shapes)]);
            if (++rows % Part == 0) await table.FlushAsync(cancellationToken);
        }
    }

    // The columns of the place are found by their names when the file is read: a field that is called so gives way.
    private static string Free(string name, IReadOnlyList<FieldInfo> fields, string[] place)
    {
        var free = name;
        for (var n = 2; place.Contains(free) || (free != name && fields.Any(field => field.Name == free)); n++) free = FormattableString.Invariant($"{name}_{n}");
        return free;
    }

    private static object? Cell(object? value) =>
        value is DateTimeOffset moment ? moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture) : value;

    private static object?[] Place(Geometry? shape, bool points, WKTWriter shapes)
    {
        if (!points) return [shape is null ? null : "SRID=4326;" + shapes.Write(shape)];
        return shape is { IsEmpty: false } ? [Math.Round(shape.Coordinate.X, 7), Math.Round(shape.Coordinate.Y, 7)] : [null, null];
    }
}
