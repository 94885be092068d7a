using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;

namespace CityMap.Server.Imports;

/// <summary>Parts rows into batches that are worth handing over and never hold much: so many rows, or so many vertices of their shapes.</summary>
/// <param name="MostRows">Rows of a batch.</param>
/// <param name="MostVertices">Vertices of a batch, but for its last row.</param>
internal readonly record struct RowBatch(int MostRows, int MostVertices)
{
    /// <summary>What is read together.</summary>
    public static readonly RowBatch Reading = new(256, 20_000);

    /// <summary>What is written together.</summary>
    public static readonly RowBatch Writing = new(500, 20_000);

    /// <summary>True when a batch of this size should be handed over.</summary>
    public bool IsFull(int rows, int vertices) => rows >= MostRows || vertices >= MostVertices;

    /// <summary>Items in batches, in their order.</summary>
    public async IAsyncEnumerable<List<SourceItem>> Of(IAsyncEnumerable<SourceItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (batch, vertices) = (new List<SourceItem>(MostRows), 0);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            batch.Add(item);
            if (item is SourceRow { Geometry: { } geometry }) vertices += geometry.NumPoints;
            if (!IsFull(batch.Count, vertices)) continue;
            yield return batch;
            (batch, vertices) = (new(MostRows), 0);
        }

        if (batch.Count > 0) yield return batch;
    }
}
