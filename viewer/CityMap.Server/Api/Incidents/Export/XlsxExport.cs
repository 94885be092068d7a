using CityMap.Geo.Formats.Tables;
using CityMap.Geo.Layers;
using CityMap.Server.Hosting;

namespace CityMap.Server.Api.Incidents.Export;

/// <summary>Incidents as a workbook. A workbook is a packed file that is gone back in: it is made on the disk and sent when it is whole.</summary>
internal static class XlsxExport
{
    private static readonly LocalText _sheet = new("Sự cố", "Incidents");

    public static async Task WriteAsync(ExportJob job, Stream output, CancellationToken cancellationToken)
    {
        await using var file = OwnersFile.CreateNameless();
        using (var table = new XlsxTable(file, job.Context.In(_sheet), [.. ExportColumns.All.Select(column => column.Width)]))
        {
            table.Write(job.Headings());
            await foreach (var incident in job.Incidents) table.Write(job.Cells(incident));
        }

        file.Position = 0;
        await file.CopyToAsync(output, cancellationToken);
    }
}
