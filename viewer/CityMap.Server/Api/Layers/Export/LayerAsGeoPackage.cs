using CityMap.Geo.Formats.GeoPackage;

namespace CityMap.Server.Api.Layers.Export;

/// <summary>A layer as a GeoPackage: made on the disk, because it is gone back in, and sent when it is whole.</summary>
internal static class LayerAsGeoPackage
{
    public static async Task WriteAsync(LayerExportJob job, HttpResponse response, CancellationToken cancellationToken)
    {
        using var folder = new ExportFolder(response);
        var path = Path.Combine(folder.Path, $"{job.Layer.Id}.gpkg");
        using (var file = new GeoPackageWriter(path, job.Layer, job.Crs, job.Moment))
        {
            await foreach (var feature in job.Features(cancellationToken)) file.Write(feature);
            file.Finish();
        }

        await ExportFolder.SendAsync(path, response, cancellationToken);
    }
}
