using CityMap.Geo.Formats.Sources;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Imports;

/// <summary>One import from an uploaded file to a layer, or to several: read, report, and store all of it or nothing.</summary>
internal sealed class ImportRun(IStore store, TimeProvider timeProvider)
{
    /// <summary>Runs it. The last message is an <see cref="ImportReport"/> or an <see cref="ImportFailure"/>, and is returned too.</summary>
    public async Task<ImportMessage> RunAsync(string file, ImportOptions options, Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        var last = await EndAsync(file, options, tell, cancellationToken);
        await tell(last);
        return last;
    }

    private async Task<ImportMessage> EndAsync(string file, ImportOptions options, Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        try
        {
            var layers = await store.Features.LayersAsync(cancellationToken);
            if (layers.Any(layer => layer.Live && layer.Id == options.Layer)) return Live(options.Layer!);
            using var source = await ImportSource.OpenAsync(file, options, cancellationToken);
            using var scan = new ImportScan(source, options.Zone);
            await scan.RunAsync(tell, cancellationToken);
            if (Judge(scan, options) is { } failure) return failure;
            var targets = ImportTarget.Of(scan, source.Prefix(options), options, layers);
            if (targets.FirstOrDefault(target => target.Existing is { Live: true }) is { } live) return Live(live.Layer.Id);
            if (await scan.FitAsync(targets, options.Mode, tell, cancellationToken) && Judge(scan, options) is { } unfit) return unfit;
            if (AreaRows.FindProblem(scan, targets, cancellationToken) is { } stray)
            {
                await tell(stray);
                return AreaRows.Refuse(scan);
            }

            if (options.DryRun)
            {
                foreach (var target in targets) await target.NumberAsync(store.Features, options.Mode, cancellationToken);
            }

            var sequence = options.DryRun ? (long?)null : await new ImportWriter(store, timeProvider).RunAsync(scan, targets, options, tell, cancellationToken);
            return Report(scan, targets, source, sequence);
        }
        catch (SourceRefusal refused)
        {
            return Failure(refused);
        }
    }

    private static ImportFailure Live(string layer) => new("layer_conflict", $"The layer {layer} is live: it changes by commands, not by imports.", 0, 0);

    private static ImportFailure Failure(SourceRefusal refused) => new(ProblemTable.Knows(refused.Code) ? refused.Code : "import_failed", refused.Message, 0, 0)
    {
        Candidates = refused.Candidates.Count == 0 ? null :
        [
            .. refused.Candidates.Select(c => new ImportCandidate(
                c.Crs.Code, c.Crs.Name, c.Crs.CentralMeridian, c.Crs.Places, [c.First.Lon, c.First.Lat], [c.Extent.West, c.Extent.South, c.Extent.East, c.Extent.North])),
        ],
    };

    private static ImportFailure? Judge(ImportScan scan, ImportOptions options)
    {
        if (scan.Good == 0) return new("import_failed", scan.Fatal?.Reason ?? "The file holds no row that can be used.", 0, scan.Bad);
        if (scan.Bad == 0 || options.AcceptPartial || options.DryRun) return null;
        return new("import_failed", $"{scan.Bad} of {scan.Good + scan.Bad} rows cannot be used, so nothing was stored. Mend them, or accept the others with acceptPartial.", scan.Good, scan.Bad);
    }

    private static ImportReport Report(ImportScan scan, IReadOnlyList<ImportTarget> targets, ImportSource source, long? sequence)
    {
        var layers = targets.Select(target => target.Describe()).ToList();
        return new(
            layers[0].Layer, scan.Good, scan.Bad, scan.Repaired, scan.Warnings, sequence is not null, sequence,
            layers[0].Geometry, layers[0].Fields, source.How, source.Epsg, layers);
    }
}
