using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Server.Imports;

/// <summary>Stages the rows of a file, each in its layer, then shows all layers at once. While some are stored the next are made ready.</summary>
internal sealed class ImportWriter(IStore store, TimeProvider timeProvider)
{
    // Beginning waits for the database, not for this program.
    private const int BegunAtOnce = 4;

    /// <summary>Stores; the answer is the sequence number of the last entry.</summary>
    public async Task<long> RunAsync(
        ImportScan scan, IReadOnlyList<ImportTarget> targets, ImportOptions options, Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        var stages = new Dictionary<LayerScan, Stage>();
        try
        {
            await Parallel.ForEachAsync(targets, new ParallelOptions { MaxDegreeOfParallelism = BegunAtOnce, CancellationToken = cancellationToken }, async (target, token) =>
            {
                var import = await store.Features.BeginImportAsync(target.Layer, options.Mode, token);
                lock (stages) stages.Add(target.Scan, new(target, import));

                // Not before it has begun: until it ends nobody else brings ids into the layer.
                await target.NumberAsync(store.Features, options.Mode, token);
            });

            await StageAsync(scan, stages, tell, cancellationToken);
            var commits = targets.Select(target => new ImportCommit(stages[target.Scan].Import, Entry(target, options, scan))).ToList();
            return await store.Features.CommitAsync(commits, cancellationToken);
        }
        finally
        {
            foreach (var stage in stages.Values) await stage.Import.DisposeAsync();
        }
    }

    private static async Task StageAsync(
        ImportScan scan, Dictionary<LayerScan, Stage> stages, Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        var written = 0L;
        await foreach (var (layer, features) in ReadAhead.Of(ChunksAsync(scan, cancellationToken), cancellationToken))
        {
            await stages[layer].Import.WriteAsync(features, cancellationToken);
            written += features.Count;
            await tell(new ImportProgress("writing", written, (double)written / scan.Good));
        }
    }

    private static async IAsyncEnumerable<(LayerScan Layer, List<Feature> Features)> ChunksAsync(
        ImportScan scan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunks = new Dictionary<LayerScan, Chunk>();
        foreach (var row in scan.Rows.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (scan.Refused(row)) continue;
            var layer = scan.Of(row);
            if (!chunks.TryGetValue(layer, out var chunk)) chunks.Add(layer, chunk = new([], 0));
            chunk.Features.Add(layer.Plan.ToFeature(layer.Identified(row)));
            chunk = chunk with { Vertices = chunk.Vertices + (row.Geometry?.NumPoints ?? 0) };
            var full = RowBatch.Writing.IsFull(chunk.Features.Count, chunk.Vertices);
            chunks[layer] = full ? new([], 0) : chunk;
            if (full) yield return (layer, chunk.Features);
        }

        foreach (var (layer, chunk) in chunks.Where(c => c.Value.Features.Count > 0)) yield return (layer, chunk.Features);
        await Task.CompletedTask;
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

    private sealed record Stage(ImportTarget Target, ILayerImport Import);

    private readonly record struct Chunk(List<Feature> Features, int Vertices);
}
