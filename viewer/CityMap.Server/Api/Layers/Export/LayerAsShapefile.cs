using System.IO.Compression;
using CityMap.Geo.Formats.Exports.Shapefiles;

namespace CityMap.Server.Api.Layers.Export;

/// <summary>A layer as zipped Shapefiles: read twice, because their columns are as wide as their widest value, made on the disk, and sent when they are whole.</summary>
internal static class LayerAsShapefile
{
    public static async Task WriteAsync(LayerExportJob job, HttpResponse response, CancellationToken cancellationToken)
    {
        using var folder = new ExportFolder(response);
        var files = Directory.CreateDirectory(Path.Combine(folder.Path, "files")).FullName;
        var survey = await job.SurveyAsync(cancellationToken);
        using var shapes = new ShapefileFolder(files, job.Layer, survey, job.Crs);
        await foreach (var feature in job.Features(cancellationToken)) shapes.Write(feature);
        var archive = Path.Combine(folder.Path, "archive");
        await using (var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Create, cancellationToken))
        {
            foreach (var file in shapes.Finish()) await zip.CreateEntryFromFileAsync(file, Path.GetFileName(file), CompressionLevel.Fastest, cancellationToken);
        }

        await ExportFolder.SendAsync(archive, response, cancellationToken);
    }
}
