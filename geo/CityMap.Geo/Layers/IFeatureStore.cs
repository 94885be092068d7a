namespace CityMap.Geo.Layers;

/// <summary>
/// Where layers and their features are kept. Features of live layers change only through
/// <see cref="Journal.IJournal.AppendAsync"/>; static layers only through <see cref="BeginImportAsync"/> and, one feature at a time, <see cref="EditAsync"/>.
/// </summary>
public interface IFeatureStore
{
    /// <summary>The catalogue, in map order.</summary>
    Task<IReadOnlyList<LayerInfo>> LayersAsync(CancellationToken cancellationToken);

    /// <summary>Makes a layer, or adds fields to one. A field may not change its type.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.LayerConflict"/>.</exception>
    Task DefineLayerAsync(LayerInfo layer, CancellationToken cancellationToken);

    /// <summary>One page, its exact count, and the sequence both are true at.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.UnknownLayer"/>, <see cref="StoreProblem.BadQuery"/>.</exception>
    Task<FeaturePage> QueryAsync(FeatureQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Every match, unordered and unpaged, read inside one snapshot; limit, order and after are ignored.
    /// <paramref name="atSequence"/> is called once, before the first feature, with the sequence the snapshot is true at.
    /// </summary>
    IAsyncEnumerable<Feature> StreamAsync(FeatureQuery query, Action<long>? atSequence, CancellationToken cancellationToken);

    /// <summary>
    /// Begins to read every match in one snapshot, for whoever needs them in an order or more than once; limit, offset and after are ignored, and so is
    /// the order unless it is asked for. What is read is the store's own until it is disposed: whoever reads slowly keeps it for long.
    /// </summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.UnknownLayer"/>, <see cref="StoreProblem.BadQuery"/>.</exception>
    Task<IFeatureReading> BeginReadingAsync(FeatureQuery query, bool ordered, CancellationToken cancellationToken);

    /// <summary>One feature, now or as of a moment; null when there is none.</summary>
    Task<Feature?> FindAsync(string layer, string id, DateTimeOffset? asOf, CancellationToken cancellationToken);

    /// <summary>Counts by the values of some fields, and the sequence they are true at.</summary>
    Task<FeatureCounts> CountAsync(FeatureQuery query, IReadOnlyList<string> by, CancellationToken cancellationToken);

    /// <summary>
    /// Every version that matches of the features of a live layer, past and present, each with when it stood: by id, oldest first, read inside one
    /// snapshot. As-of, limit, order and after are ignored. <paramref name="atSequence"/> is called once, before the first.
    /// </summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.UnknownLayer"/>; <see cref="StoreProblem.BadQuery"/>: also a static layer, which has no past.</exception>
    IAsyncEnumerable<FeatureSpan> SpansAsync(
        FeatureQuery query, IReadOnlyList<string> fields, Action<long>? atSequence, CancellationToken cancellationToken);

    /// <summary>
    /// Starts a bulk import into a static layer. Staged features are invisible until <see cref="ILayerImport.CommitAsync"/>;
    /// other writers are held up for no more than 50 ms at a time.
    /// </summary>
    Task<ILayerImport> BeginImportAsync(LayerInfo layer, ImportMode mode, CancellationToken cancellationToken);

    /// <summary>
    /// The greatest whole number (1 to 18 digits, none of them a leading zero) among the ids of a layer; 0 when no id is one. Whoever has begun an import
    /// into a static layer finds it unchanged until that import ends: nobody else imports into it or edits it meanwhile.
    /// </summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.UnknownLayer"/>.</exception>
    Task<long> GreatestNumberAsync(string layer, CancellationToken cancellationToken);

    /// <summary>Makes everything staged by several imports of this store visible at once, each with its journal entry: all of them or none.</summary>
    /// <returns>The sequence number of the last entry.</returns>
    Task<long> CommitAsync(IReadOnlyList<ImportCommit> commits, CancellationToken cancellationToken);

    /// <summary>
    /// Makes, replaces or removes one feature of a static layer in one transaction with its entry, its key and the feature as it was, which a query
    /// as of an earlier moment goes on seeing. The layer's version rises by one. From its first edit on a feature keeps its past through imports, too.
    /// </summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.UnknownLayer"/>; <see cref="StoreProblem.LayerConflict"/>: a live layer;
    /// <see cref="StoreProblem.BadFeature"/>; <see cref="StoreProblem.Unavailable"/>: it is unknown whether it was stored (edit again with the same key).</exception>
    Task<EditOutcome> EditAsync(FeatureEdit edit, CancellationToken cancellationToken);
}

/// <summary>What an import does to what is already there.</summary>
public enum ImportMode
{
    /// <summary>Add; an id that exists is an error.</summary>
    Append,

    /// <summary>The layer then holds just what was imported.</summary>
    Replace,

    /// <summary>A feature takes the place of the one with its id, or is added; the others stay.</summary>
    Upsert,
}

/// <summary>An import that is to be shown, and the entry that tells of it.</summary>
public sealed record ImportCommit(ILayerImport Import, Journal.NewEntry Entry);

/// <summary>A bulk import under way. Disposing it without a commit drops what was staged.</summary>
public interface ILayerImport : IAsyncDisposable
{
    /// <summary>Stages some features.</summary>
    Task WriteAsync(IReadOnlyList<Feature> features, CancellationToken cancellationToken);

    /// <summary>Makes everything staged visible at once, with one journal entry.</summary>
    /// <returns>The sequence number of that entry.</returns>
    Task<long> CommitAsync(Journal.NewEntry entry, CancellationToken cancellationToken);
}
