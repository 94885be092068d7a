using CityMap.Geo.Formats.Tables;

namespace CityMap.Server.Api.Incidents.Export;

/// <summary>Incidents as CSV, page by page.</summary>
internal static class CsvExport
{
    public static async Task WriteAsync(ExportJob job, Stream output, CancellationToken cancellationToken)
    {
        await using var table = new CsvTable(output);
        table.Write(job.Headings());
        await table.FlushAsync(cancellationToken);
        await foreach (var page in job.Pages.WithCancellation(cancellationToken))
        {
            // Sent on in parts: what is written between two of them stays in memory.
            foreach (var part in page.Features.Chunk(500))
            {
                foreach (var incident in part) table.Write(job.Cells(incident));
                await table.FlushAsync(cancellationToken);
            }
        }
    }
}
