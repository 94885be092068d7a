using CityMap.Geo.GeoPackage.Imports;
using CityMap.Geo.GeoPackage.Journal;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Values;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>Edits one feature of a static layer inside the writer's transaction.</summary>
internal static class FeatureEditor
{
    private static readonly string Always = Moments.Write(DateTimeOffset.MinValue);

    public static EditOutcome Run(Db db, ImportDesk desk, FeatureEdit edit)
    {
        if (edit.Key is { } key && KeyAndVersion.Find(db, key) is { } before)
        {
            return before is AppendOutcome.Repeated repeated ? new EditOutcome.Repeated(repeated.Answer) : new EditOutcome.KeyReused();
        }

        if (desk.IsBusy(edit.Layer)) return new EditOutcome.ImportUnderWay();
        var layer = desk.Catalogue.Get(edit.Layer);
        var there = Find(db, layer, edit.Id);
        if (FeatureTag.Of(there) != edit.Expected) return new EditOutcome.Stale(there);
        if (!layer.Info.Edited) layer = Begin(db, layer);
        Keep(db, layer, edit, there is not null);
        Put(db, layer, edit, there is not null, ContentsTime.Of(desk.Time.GetUtcNow()));
        return new EditOutcome.Committed(new AppendTransaction(db, desk.Time.GetUtcNow()).Continue(edit.Stream, edit.Entry, edit.Key, edit.Answer));
    }

    private static Feature? Find(Db db, LayerTable layer, string id)
    {
        using var rows = db.Prepare($"SELECT {layer.ReadColumns} FROM {LayerTable.Quote(layer.Name)} t WHERE t.id = ?").Bind(id).Rows();
        return rows.Step() ? new FeatureRows(layer).Read(rows, 0) : null;
    }

    private static LayerTable Begin(Db db, LayerTable layer)
    {
        layer = new LayerTable(layer.Info with { Edited = true });
        LayerSchema.CreateEdits(db, layer);
        Catalogue.Save(db, layer.Info);
        return layer;
    }

    private static void Keep(Db db, LayerTable layer, FeatureEdit edit, bool isThere)
    {
        // An import may have been said to occur later than this: versions must not overlap.
        var last = db.Text(layer.LastEdit, edit.Id);
        var at = Moments.Write(Moments.Cut(edit.Entry.OccurredAt));
        if (string.CompareOrdinal(at, last) < 0) at = last!;
        if (isThere) db.Run(layer.InsertBefore, last ?? Always, at, edit.Id);
        else db.Run(layer.InsertAbsent, at, edit.Id);
    }

    private static void Put(Db db, LayerTable layer, FeatureEdit edit, bool isThere, string now)
    {
        var delta = new LayerDelta { Count = (edit.After is null ? 0 : 1) - (isThere ? 1 : 0) };
        if (edit.After is { } feature)
        {
            var after = new EncodedFeature(layer, feature);
            delta.Include(after);
            if (isThere) db.Prepare(layer.Update).Bind(after.Blob).BindAll(after.Values.AsSpan()).Bind(after.Id).Finish();
            else after.BindTo(db.Prepare(layer.Insert)).Finish();
        }
        else
        {
            db.Run(layer.Delete, edit.Id);
        }

        delta.AddTo(db, layer.Name, edit.Entry.RecordedAt, now);
        db.Run("UPDATE citymap_layers SET version = version + 1 WHERE id = ?", layer.Name);
    }
}
