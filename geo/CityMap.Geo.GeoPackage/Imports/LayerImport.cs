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
    private readonly LayerDelta _delta = new();
    private long _fid = stage.LastFid;
    private bool _failed;
    private bool _ended;

    public async Task WriteAsync(IReadOnlyList<Feature> features, CancellationToken cancellationToken)
    {
        CheckUsable();
        var encoded = new EncodedFeature[features.Count];
        for (var i = 0; i < encoded.Length; i++)
        {
            if (FeatureRules.FindProblem(stage.Layer.Info, features[i]) is { } problem) throw new StoreException(StoreProblem.BadFeature, problem);
            encoded[i] = new EncodedFeature(stage.Layer, features[i]);
        }

        try
        {
            for (var written = 0; written < encoded.Length;)
            {
                var from = written;
                written = await desk.Writer.RunAsync(Urgency.Idle, db => db.InTransaction(() => WriteSome(db, encoded, from)), cancellationToken);
                _delta.Count += written - from;
            }
        }
        catch
        {
            _failed = true;
            throw;
        }
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

    private async Task PrepareAsync(NewEntry entry, CancellationToken cancellationToken)
    {
        CheckUsable();
        if (AppendRules.FindProblem(entry) is { } problem) throw new StoreException(StoreProblem.BadFeature, problem);
        for (long? next = 0; stage.Old is not null && next is { } after;)
        {
            next = await desk.Writer.RunAsync(Urgency.Idle, db => db.InTransaction(() => CopySome(db, after)), cancellationToken);
        }
    }

    private (long Sequence, string? Old) Flip(Db db, NewEntry entry) => Imports.Flip.Run(db, desk, wanted, mode, stage, _delta, entry);

    private void End(string? old)
    {
        _ended = true;
        desk.Release(wanted.Id);
        if (old is not null) _ = desk.ClearAsync(old);
    }

    private int WriteSome(Db db, EncodedFeature[] features, int from)
    {
        var piece = desk.NewPiece();
        var columns = string.Join(", ", stage.Layer.Columns.Prepend("id").Prepend("geom").Prepend("fid"));
        var holes = string.Join(", ", Enumerable.Repeat("?", stage.Layer.Columns.Length + 3));
        var insert = $"INSERT INTO {LayerTable.Quote(stage.Name)} ({columns}) VALUES ({holes})";
        var insertBox = $"INSERT INTO {LayerTable.Quote(LayerTable.TreeOf(stage.Name))} VALUES (?, ?, ?, ?, ?)";
        var exists = mode == ImportMode.Append && stage.Old is { } old ? $"SELECT 1 FROM {LayerTable.Quote(old.Name)} WHERE id = ?" : null;
        var fid = _fid;
        var at = from;
        for (; at < features.Length && !(at > from && piece.IsOver); at++)
        {
            var feature = features[at];
            if (exists is not null && db.Number(exists, feature.Id) is not null) throw Twice(feature.Id);
            try
            {
                feature.BindTo(db.Prepare(insert).Bind(++fid)).Finish();
            }
            catch (SqliteException e) when (StoreErrors.IsAboutTheRow(e))
            {
                throw Twice(feature.Id);
            }

            if (feature.Box is { } box) db.Prepare(insertBox).Bind(fid).Bind(box.MinX).Bind(box.MaxX).Bind(box.MinY).Bind(box.MaxY).Finish();
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
            db.Run($"""
                INSERT INTO {LayerTable.Quote(LayerTable.TreeOf(stage.Name))} SELECT fid, ST_MinX(geom), ST_MaxX(geom), ST_MinY(geom), ST_MaxY(geom)
                FROM {to} WHERE fid > ? AND fid <= ? AND geom NOT NULL
                """, after, last);
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
