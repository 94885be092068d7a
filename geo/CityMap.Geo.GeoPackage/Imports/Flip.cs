using CityMap.Geo.GeoPackage.Journal;
using CityMap.Geo.GeoPackage.Layers;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Values;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Imports;

/// <summary>Puts a staging table in the place of a layer's table: names change, no row is touched.</summary>
internal static class Flip
{
    /// <returns>The sequence number of the entry, and the name of the replaced table when there was one.</returns>
    public static (long Sequence, string? Old) Run(
        Db db, ImportDesk desk, LayerInfo wanted, ImportMode mode, Stage stage, LayerDelta delta, NewEntry entry)
    {
        var there = desk.Catalogue.TryGet(wanted.Id);
        var table = new LayerTable(LayerRules.Join(there?.Info, wanted));
        // The layer may have got further fields since the import began.
        LayerSchema.AddColumns(db, stage.Name, table.Info.Fields.Where(f => !stage.Layer.Index.ContainsKey(f.Name)));

        var now = ContentsTime.Of(desk.Time.GetUtcNow());
        string? old = null;
        if (there is not null)
        {
            if (there.Info.Edited)
            {
                db.Run(there.CloseEdits, Moments.Write(Moments.Cut(entry.OccurredAt)));
                LayerSchema.AddColumns(db, there.Edits, table.Info.Fields.Where(f => !there.Index.ContainsKey(f.Name)));
            }

            old = desk.NextName();
            RTreeTriggers.Drop(db, table.Name);
            Guards.Drop(db, table.Name);
            Rename(db, table.Name, old);
        }

        Rename(db, stage.Name, table.Name);
        if (there is null)
        {
            LayerSchema.Register(db, table, now);
        }
        else
        {
            RTreeTriggers.Create(db, table.Name);
            Guards.Create(db, table.Name);
        }

        if (mode == ImportMode.Replace)
        {
            db.Run("UPDATE gpkg_geometry_columns SET geometry_type_name = ? WHERE table_name = ?", LayerSchema.GeometryType(wanted.Geometry), wanted.Id);
        }

        delta.WriteContents(db, wanted.Id, now, grow: mode != ImportMode.Replace);
        Catalogue.Save(db, table.Info);
        db.Run("UPDATE gpkg_contents SET description = ? WHERE table_name = ?", wanted.Title.Vi, wanted.Id);
        db.Run("UPDATE citymap_layers SET version = version + 1, count = ?, updated_at = ? WHERE id = ?", delta.Count, entry.RecordedAt, wanted.Id);
        return (new AppendTransaction(db, desk.Time.GetUtcNow()).Continue($"layer/{wanted.Id}", entry), old);
    }

    private static void Rename(Db db, string from, string to)
    {
        db.Execute($"ALTER TABLE {LayerTable.Quote(from)} RENAME TO {LayerTable.Quote(to)}");
        db.Execute($"ALTER TABLE {LayerTable.Quote(LayerTable.TreeOf(from))} RENAME TO {LayerTable.Quote(LayerTable.TreeOf(to))}");
    }
}
