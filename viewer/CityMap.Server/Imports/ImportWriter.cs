using System.Text;
using System.Text.Json;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Server.Imports;

/// <summary>The second reading of a file: stages every row in its layer, then shows all layers at once.</summary>
internal sealed class ImportWriter(IStore store, TimeProvider timeProvider)
{
    private const int ChunkSize = 1000;

    /// <summary>Stores; the answer is the sequence number of the last entry.</summary>
    public async Task<long> RunAsync(
        ImportSource source, ImportScan scan, IReadOnlyList<ImportTarget> targets, ImportOptions options, Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        var stages = new Dictionary<LayerScan, Stage>();
        try
        {
            foreach (var target in targets)
            {
                stages.Add(target.Scan, new(target, await store.Features.BeginImportAsync(target.Layer, options.Mode, cancellationToken)));
            }

            await StageAsync(source, scan, stages, tell, cancellationToken);
            var commits = stages.Values.Select(stage => new ImportCommit(stage.Import, Entry(stage.Target, options, scan))).ToList();
            return await store.Features.CommitAsync(commits, cancellationToken);
        }
        finally
        {
            foreach (var stage in stages.Values) await stage.Import.DisposeAsync();
        }
    }

    private static async Task StageAsync(
        ImportSource source, ImportScan scan, Dictionary<LayerScan, Stage> stages, Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        var (number, written) = (0L, 0L);
        await foreach (var row in source.ReadAsync(cancellationToken).OfType<SourceRow>())
        {
            var mine = number++;
            if (scan.Refused(mine)) continue;
            var layer = scan.Of(row);
            var stage = stages[layer];
            stage.Chunk.Add(layer.Plan.ToFeature(row, RowIds.Of(row, mine)));
            if (stage.Chunk.Count < ChunkSize) continue;
            written += stage.Chunk.Count;
            await stage.WriteAsync(cancellationToken);
            await tell(new ImportProgress("writing", written, source.Fraction));
        }

        foreach (var stage in stages.Values) await stage.WriteAsync(cancellationToken);
    }

    private NewEntry Entry(ImportTarget target, ImportOptions options, ImportScan scan)
    {
        var now = Moments.Cut(timeProvider.GetUtcNow());
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("layer", target.Layer.Id);
            json.WriteNumber("count", target.Scan.Good);
            json.WriteNumber("bad", scan.Bad);
            json.WriteString("mode", options.Mode.ToString().ToLowerInvariant());
            json.WriteString("file", options.FileName);
            json.WriteEndObject();
        }

        return new("layer.imported", now, now, options.Actor, Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private sealed class Stage(ImportTarget target, ILayerImport import)
    {
        public ImportTarget Target { get; } = target;

        public ILayerImport Import { get; } = import;

        public List<Feature> Chunk { get; private set; } = new(ChunkSize);

        public async Task WriteAsync(CancellationToken cancellationToken)
        {
            if (Chunk.Count == 0) return;
            await Import.WriteAsync(Chunk, cancellationToken);
            Chunk = new(ChunkSize);
        }
    }
}
