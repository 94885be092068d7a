using System.Text.Json;
using CityMap.Geo.Formats.Csv;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Server.Imports;

/// <summary>One import from an uploaded file to a layer: read, report, and store all of it or nothing.</summary>
internal sealed class ImportRun(IStore store, TimeProvider timeProvider)
{
    private const int ChunkSize = 1000;

    /// <summary>Runs it. The last message is an <see cref="ImportReport"/> or an <see cref="ImportFailure"/>, and is returned too.</summary>
    public async Task<ImportMessage> RunAsync(string file, ImportOptions options, Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        var existing = (await store.Features.LayersAsync(cancellationToken)).FirstOrDefault(l => l.Id == options.Layer);
        if (existing is { Live: true })
        {
            return await EndAsync(new ImportFailure("layer_conflict", $"The layer {options.Layer} is live: it changes by commands, not by imports.", 0, 0), tell);
        }

        var source = new ImportSource(file, options);
        var plan = new ImportPlan(options.Zone);
        var scan = new ImportScan(source, plan);
        try
        {
            await scan.RunAsync(tell, cancellationToken);
        }
        catch (CsvException refused)
        {
            return await EndAsync(new ImportFailure("import_failed", refused.Message, 0, 0), tell);
        }

        if (Judge(scan, options) is { } failure) return await EndAsync(failure, tell);
        var layer = Describe(options, existing, plan);
        var sequence = options.DryRun ? (long?)null : await StoreAsync(source, scan, plan, layer, options, tell, cancellationToken);
        return await EndAsync(Report(options, scan, plan, source, sequence), tell);
    }

    private static ImportFailure? Judge(ImportScan scan, ImportOptions options)
    {
        if (scan.Good == 0) return new("import_failed", scan.Fatal?.Reason ?? "The file holds no row that can be used.", 0, scan.Bad);
        if (scan.Bad == 0 || options.AcceptPartial || options.DryRun) return null;
        return new("import_failed", $"{scan.Bad} of {scan.Good + scan.Bad} rows cannot be used, so nothing was stored. Mend them, or accept the others with acceptPartial.", scan.Good, scan.Bad);
    }

    private static LayerInfo Describe(ImportOptions options, LayerInfo? existing, ImportPlan plan)
    {
        var title = options.Title ?? existing?.Title.Vi ?? options.Layer;
        var fields = plan.Fields.Select(f => f.Field).ToList();
        if (existing is null || options.Mode == ImportMode.Append)
        {
            var known = existing?.Fields ?? [];
            fields = [.. known, .. fields.Where(f => known.All(k => k.Name != f.Name))];
        }

        return new(options.Layer, existing is null || options.Title is not null ? new(title, title) : existing.Title, existing?.Geometry ?? plan.Geometry, fields)
        {
            Group = existing?.Group ?? "imported",
            Order = existing?.Order ?? 45,
            MinZoom = existing?.MinZoom ?? 0,
            MaxZoom = existing?.MaxZoom ?? 16,
            Owner = existing?.Owner,
            Source = options.FileName ?? existing?.Source,
            Cadence = existing?.Cadence,
        };
    }

    private async Task<long> StoreAsync(
        ImportSource source, ImportScan scan, ImportPlan plan, LayerInfo layer, ImportOptions options, Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        await using var import = await store.Features.BeginImportAsync(layer, options.Mode, cancellationToken);
        var chunk = new List<Feature>(ChunkSize);
        var ids = new RowIds();
        long written = 0;
        await foreach (var row in source.ReadAsync(cancellationToken).OfType<SourceRow>())
        {
            if (ids.Next(row).Id is not { } id || ImportScan.FindTextProblem(row) is not null) continue;
            chunk.Add(plan.ToFeature(row, id));
            if (chunk.Count < ChunkSize) continue;
            await import.WriteAsync(chunk, cancellationToken);
            written += chunk.Count;
            chunk = new(ChunkSize);
            await tell(new ImportProgress("writing", written, source.Fraction));
        }

        if (chunk.Count > 0) await import.WriteAsync(chunk, cancellationToken);
        return await import.CommitAsync(Entry(options, scan), cancellationToken);
    }

    private NewEntry Entry(ImportOptions options, ImportScan scan)
    {
        var now = timeProvider.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("layer", options.Layer);
            json.WriteNumber("count", scan.Good);
            json.WriteNumber("bad", scan.Bad);
            json.WriteString("mode", options.Mode == ImportMode.Append ? "append" : "replace");
            json.WriteString("file", options.FileName);
            json.WriteEndObject();
        }

        return new("layer.imported", now, now, options.Actor, System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static ImportReport Report(ImportOptions options, ImportScan scan, ImportPlan plan, ImportSource source, long? sequence) => new(
        options.Layer, scan.Good, scan.Bad, scan.Warnings, sequence is not null, sequence, plan.Geometry.ToString(),
        [.. plan.Fields.Select(f => new ImportField(f.Field.Name, f.Source, f.Field.Type.ToString()))], source.How);

    private static async Task<ImportMessage> EndAsync(ImportMessage last, Func<ImportMessage, ValueTask> tell)
    {
        await tell(last);
        return last;
    }
}
