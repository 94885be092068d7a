using CityMap.Geo.GeoPackage.Layers;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using SQLitePCL;

namespace CityMap.Geo.GeoPackage.Journal;

/// <summary>Writes one change of a feature to the current table and to the history.</summary>
internal static class FeatureWriter
{
    public static void Write(Db db, PreparedChange change, JournalEntry entry, LayerDelta delta)
    {
        if (change.After is { } after) Put(db, change, after, entry, delta);
        else Remove(db, change, entry, delta);
    }

    private static void Put(Db db, PreparedChange change, EncodedFeature after, JournalEntry entry, LayerDelta delta)
    {
        var layer = change.Layer;
        delta.Include(after);
        db.Prepare(layer.Update).Bind(after.Blob).BindAll(after.Values.AsSpan()).Bind(after.Id).Finish();
        string? from;
        if (raw.sqlite3_changes(db.Handle) > 0)
        {
            from = Close(db, change, entry);
        }
        else
        {
            after.BindTo(db.Prepare(layer.Insert)).Finish();
            delta.Count++;
            from = db.Text(layer.LastClosed, change.Id);
        }

        // Another stream may have changed this feature later than this entry occurred: its versions must not overlap.
        var occurred = Moments.Write(entry.OccurredAt);
        if (string.CompareOrdinal(from, occurred) < 0) from = occurred;
        after.BindTo(db.Prepare(layer.InsertHistory).Bind(entry.Sequence).BindNull().Bind(from).BindNull()).Finish();
        if (after.Box is not { } box) return;
        db.Prepare(layer.InsertHistoryBox).Bind(raw.sqlite3_last_insert_rowid(db.Handle))
            .Bind(box.MinX).Bind(box.MaxX).Bind(box.MinY).Bind(box.MaxY).Finish();
    }

    /// <summary>Closes the last version and leaves a row that is true at no time but tells of the removal.</summary>
    private static void Remove(Db db, PreparedChange change, JournalEntry entry, LayerDelta delta)
    {
        var layer = change.Layer;
        if (db.Run(layer.Delete, change.Id) == 0) return;
        delta.Count--;
        var closed = Close(db, change, entry);
        var statement = db.Prepare(layer.InsertHistory).Bind(entry.Sequence).Bind(entry.Sequence).Bind(closed).Bind(closed).BindNull().Bind(change.Id);
        for (var i = 0; i < layer.Columns.Length; i++) statement.BindNull();
        statement.Finish();
    }

    private static string? Close(Db db, PreparedChange change, JournalEntry entry) =>
        db.Text(change.Layer.CloseHistory, entry.Sequence, entry.OccurredAt, change.Id);
}
