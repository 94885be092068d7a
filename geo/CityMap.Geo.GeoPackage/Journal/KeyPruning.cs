using CityMap.Geo.GeoPackage.Sqlite;

namespace CityMap.Geo.GeoPackage.Journal;

/// <summary>Forgets idempotency keys page by page: found by a reader, removed by the writer when nobody waits for it.</summary>
internal static class KeyPruning
{
    private const int Together = 500;

    private const string Page = """
        SELECT caller, value, (SELECT recorded_at FROM journal j WHERE j.stream = k.stream ORDER BY j.version DESC LIMIT 1) < ?
        FROM citymap_keys k WHERE (caller, value) > (?, ?) ORDER BY caller, value LIMIT ?
        """;

    /// <returns>How many are gone.</returns>
    public static async Task<long> RunAsync(WriterQueue writer, ReaderPool readers, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (pruned, last) = (0L, (Caller: "", Value: ""));
        while (true)
        {
            var page = await readers.ReadAsync(db => Read(db, before, last), cancellationToken);
            var old = page.Where(key => key.IsOld).ToList();
            if (old.Count > 0) await writer.RunAsync(Urgency.Idle, db => db.InTransaction(() => Remove(db, old)), cancellationToken);
            pruned += old.Count;
            if (page.Count < Together) return pruned;
            last = (page[^1].Caller, page[^1].Value);
        }
    }

    private static List<(string Caller, string Value, bool IsOld)> Read(Db db, DateTimeOffset before, (string Caller, string Value) after)
    {
        var page = new List<(string, string, bool)>();
        using var rows = db.Prepare(Page).BindAll([before, after.Caller, after.Value, Together]).Rows();
        while (rows.Step()) page.Add((rows.Text(0), rows.Text(1), !rows.IsNull(2) && rows.Long(2) == 1));
        return page;
    }

    private static void Remove(Db db, List<(string Caller, string Value, bool IsOld)> keys)
    {
        foreach (var (caller, value, _) in keys) db.Run("DELETE FROM citymap_keys WHERE caller = ? AND value = ?", caller, value);
    }
}
