using CityMap.Geo.Formats.Tables;

namespace CityMap.Server.Api.Incidents.Export;

/// <summary>Incidents as CSV, one by one.</summary>
internal static class CsvExport
{
    public static async Task WriteAsync(ExportJob job, Stream output, CancellationToken cancellationToken)
    {
        await using var table = new CsvTable(output);
        table.Write(job.Headings());
        await table.FlushAsync(cancellationToken);
        var rows = 0;
        await foreach (var incident in job.Incidents)
        {
            table.Write(job.Cells(incident));
            if (++rows % ExportJob.Part == 0) await table.FlushAsync(cancellationToken);
        }

        await table.FlushAsync(cancellationToken);
    }
}
