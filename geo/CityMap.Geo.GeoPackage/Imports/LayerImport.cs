using CityMap.Geo.GeoPackage.Layers;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Imports;

/// <summary>One import under way: pieces into the staging table, then one flip.</summary>
internal sealed class LayerImport(ImportDesk desk, LayerInfo wanted, ImportMode mode, Stage stage) : ILayerImport
{
    // Each transaction writes every page it touched: few large ones write less than many small.
    private const int Together = 4_000;

    private readonly List<EncodedFeature> _waiting = [];
    private readonly LayerDelta _delta = new();
    private long _fid = stage.LastFid;
    private bool _failed;
    private bool _ended;

    public async Task WriteAsync(IReadOnlyList<Feature> features, CancellationToken cancellationToken)
    {
        CheckUsable();
        foreach (var feature in features)
        {
            if (FeatureRules.FindProblem(stage.Layer.Info, feature) is { } problem) throw new StoreException(StoreProblem.BadFeature, problem);
            _waiting.Add(new(stage.Layer, feature));
        }

        if (_waiting.Count >= Together) await FlushAsync(cancellationToken);
    }

    public Task<long> CommitAsync(NewEntry entry, CancellationToken cancellationToken) => CommitAsync(desk, [(this, entry)], cancellationToken);

    /// <summary>Shows several imports in one transaction.</summary>
    public static async Task<long> CommitAsync(ImportDesk desk, IReadOnlyList<(LayerImport Import, NewEntry Entry)> commits, CancellationToken cancellationToken)
    {
        foreach (var (import, entry) in commits) await import.PrepareAsync(entry, cancellationToken);
        var flipped = await desk.Writer.RunAsync(Urgency.Soon, db =>
        {
            var all = db.InTransaction(() => commits.Select(commit => commit.Import.Flip(db, commit.Entry)).ToList());
            desk.Catalogue.Load(db);
            return all;
        }, cancellationToken);
        foreach (var ((import, _), (_, old)) in commits.Zip(flipped)) import.End(old);
        return flipped[^1].Sequence;
    }

    public ValueTask DisposeAsync()
    {
        if (_ended) return ValueTask.CompletedTask;
        _ended = true;
        desk.Release(wanted.Id);
        _ = desk.ClearAsync(stage.Name);
        return ValueTask.CompletedTask;
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var written = 0; written < _waiting.Count;)
            {
                var from = written;
                written = await desk.Writer.RunAsync(Urgency.Idle, db => db.InPassing(() => WriteSome(db, _waiting, from)), cancellationToken);
                _delta.Count += written - from;
            }

            _waiting.Clear();
        }
        catch
        {
            _failed = true;
            throw;
        }
    }

    private async Task PrepareAsync(NewEntry entry, CancellationToken cancellationToken)
    {
        CheckUsable();
        if (AppendRules.FindProblem(entry) is { } problem) throw new StoreException(StoreProblem.BadFeature, problem);
        await FlushAsync(cancellationToken);
        for (long? next = 0; stage.Old is not null && next is { } after;)
        {
            next = await desk.Writer.RunAsync(Urgency.Idle, db => db.InPassing(() => CopySome(db, after)), cancellationToken);
        }

        await PackedTree.BuildAsync(desk, stage.Name, cancellationToken);
    }

    private (long Sequence, string? Old) Flip(Db db, NewEntry entry) => Imports.Flip.Run(db, desk, wanted, mode, stage, _delta, entry);

    private void End(string? old)
    {
        _ended = true;
        desk.Release(wanted.Id);
        if (old is not null) _ = desk.ClearAsync(old);
    }

    private int WriteSome(Db db, List<EncodedFeature> features, int from)
    {
        var piece = desk.NewPiece();
        var columns = string.Join(", ", stage.Layer.Columns.Prepend("id").Prepend("geom").Prepend("fid"));
        var holes = string.Join(", ", Enumerable.Repeat("?", stage.Layer.Columns.Length + 3));
        var insert = $"INSERT INTO {LayerTable.Quote(stage.Name)} ({columns}) VALUES ({holes})";
        var exists = mode == ImportMode.Append && stage.Old is { } old ? $"SELECT 1 FROM {LayerTable.Quote(old.Name)} WHERE id = ?" : null;
        var fid = _fid;
        var at = from;
        for (; at < features.Count && !(at > from && piece.IsOver); at++)
        {
            var feature = features[at];
            if (exists is not null && db.Number(exists, feature.Id) is not null) throw ImportRules.AlreadyThere(wanted.Id, feature.Id);
            try
            {
                feature.BindTo(db.Prepare(insert).Bind(++fid)).Finish();
            }
            catch (SqliteException e) when (StoreErrors.IsAboutTheRow(e))
            {
                throw Twice(feature.Id);
            }

            _delta.Include(feature);
        }

        _fid = fid;
        return at;
    }

    /// <summary>Copies some of the features that stay; gives the row to go on after, or null at the end.</summary>
    private long? CopySome(Db db, long after)
    {
        var piece = desk.NewPiece();
        var (old, from, to) = (stage.Old!, LayerTable.Quote(stage.Old!.Name), LayerTable.Quote(stage.Name));
        var columns = string.Join(", ", old.Columns.Prepend("id").Prepend("geom").Prepend("fid"));
        while (!piece.IsOver)
        {
            var last = db.Number($"SELECT max(fid) FROM (SELECT fid FROM {from} WHERE fid > ? ORDER BY fid LIMIT 100)", after);
            if (last is null) return null;
            var but = mode == ImportMode.Upsert ? $" AND id NOT IN (SELECT id FROM {to})" : "";
            _delta.Count += db.Run($"INSERT INTO {to} ({columns}) SELECT {columns} FROM {from} WHERE fid > ? AND fid <= ?{but}", after, last);
            after = last.Value;
        }

        return after;
    }

    private void CheckUsable()
    {
        if (_failed || _ended) throw new StoreException(StoreProblem.BadFeature, $"The import into {wanted.Id} has {(_failed ? "failed" : "ended")}; begin another.");
    }

    private StoreException Twice(string id) => new(StoreProblem.BadFeature, $"The layer {wanted.Id} would hold the id {id} twice.");
}
