using System.Globalization;
using CityMap.Geo.GeoPackage.Layers;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Imports;

/// <summary>Begins imports, one per layer at a time, and clears away the tables they leave.</summary>
internal sealed class ImportDesk
{
    public const string StagePrefix = "citymap_stage_";
    private readonly Lock _gate = new();
    private readonly HashSet<string> _busy = new(StringComparer.Ordinal);
    private readonly TimeSpan _pieceLength;
    private long _last;

    /// <param name="leftovers">What imports of an earlier run left behind (<see cref="FindLeftovers"/>); it is cleared when there is time.</param>
    public ImportDesk(WriterQueue writer, ReaderPool readers, Catalogue catalogue, IReadOnlyList<string> leftovers, TimeSpan pieceLength, TimeProvider time)
    {
        (Writer, Readers, Catalogue, _pieceLength, Time) = (writer, readers, catalogue, pieceLength, time);
        _last = leftovers.Select(name => long.Parse(name.AsSpan(StagePrefix.Length), CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        foreach (var name in leftovers) _ = ClearAsync(name);
    }

    public WriterQueue Writer { get; }

    public ReaderPool Readers { get; }

    public Catalogue Catalogue { get; }

    public TimeProvider Time { get; }

    public static IReadOnlyList<string> FindLeftovers(Db db)
    {
        using var rows = db.Prepare($"SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB '{StagePrefix}[0-9]*'").Rows();
        var names = new List<string>();
        while (rows.Step()) names.Add(rows.Text(0));
        return names;
    }

    public Piece NewPiece() => new(_pieceLength, Writer);

    public async Task<ILayerImport> BeginAsync(LayerInfo layer, ImportMode mode, CancellationToken cancellationToken)
    {
        LayerRules.Check(layer);
        if (layer.Live || Catalogue.TryGet(layer.Id) is { Info.Live: true })
        {
            throw new StoreException(StoreProblem.LayerConflict, $"The layer {layer.Id} is live: it changes entry by entry, not by an import.");
        }

        lock (_gate)
        {
            if (!_busy.Add(layer.Id)) throw new StoreException(StoreProblem.LayerConflict, $"Another import into the layer {layer.Id} is under way.");
        }

        try
        {
            var name = NextName();
            var stage = await Writer.RunAsync(Urgency.Soon, db => db.InTransaction(() => CreateStage(db, layer, mode, name)), cancellationToken);
            return new LayerImport(this, layer, mode, stage);
        }
        catch
        {
            Release(layer.Id);
            throw;
        }
    }

    /// <summary>True while something is imported into a layer.</summary>
    public bool IsBusy(string layer)
    {
        lock (_gate) return _busy.Contains(layer);
    }

    public void Release(string layer)
    {
        lock (_gate) _busy.Remove(layer);
    }

    public string NextName() => StagePrefix + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);

    /// <summary>Empties a table in small pieces and drops it.</summary>
    public async Task ClearAsync(string table)
    {
        try
        {
            while (await Writer.RunAsync(Urgency.Idle, db => db.InPassing(() => ClearSome(db, table)), CancellationToken.None))
            {
            }
        }
        catch (Exception e) when (e is StoreException or ObjectDisposedException)
        {
            // The store was closed or could not write; what is left is cleared after the next opening.
        }
    }

    private Stage CreateStage(Db db, LayerInfo layer, ImportMode mode, string name)
    {
        var there = Catalogue.TryGet(layer.Id);
        if (there is null) LayerSchema.CheckName(db, layer, Catalogue);
        var table = new LayerTable(LayerRules.Join(there?.Info, layer));
        LayerSchema.CreateTable(db, table, name);
        var keeps = mode != ImportMode.Replace && there is not null;
        var last = keeps ? db.Number($"SELECT max(fid) FROM {LayerTable.Quote(layer.Id)}") ?? 0 : 0;
        return new Stage(name, table, keeps ? there : null, last);
    }

    private bool ClearSome(Db db, string table)
    {
        var piece = NewPiece();
        while (!piece.IsOver)
        {
            if (db.Run($"DELETE FROM {LayerTable.Quote(table)} WHERE fid IN (SELECT fid FROM {LayerTable.Quote(table)} LIMIT 200)") > 0) continue;
            db.Execute($"DROP TABLE {LayerTable.Quote(table)}; DROP TABLE {LayerTable.Quote(LayerTable.TreeOf(table))}");
            return false;
        }

        return true;
    }
}

/// <summary>The table an import writes to before anybody sees it.</summary>
/// <param name="Name">The staging table.</param>
/// <param name="Layer">What it will be.</param>
/// <param name="Old">The layer whose features stay, when the import does not replace all of it.</param>
/// <param name="LastFid">The last row number the old features use.</param>
internal sealed record Stage(string Name, LayerTable Layer, LayerTable? Old, long LastFid);
