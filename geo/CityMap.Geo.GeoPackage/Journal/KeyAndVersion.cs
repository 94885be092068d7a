using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Journal;

/// <summary>What an append is checked against: the version of its stream and its idempotency key.</summary>
internal static class KeyAndVersion
{
    /// <summary>A stream's version and the time of its last occurrence; 0 and the earliest time when it is new.</summary>
    public static (long Version, DateTimeOffset Last) Version(Db db, string stream)
    {
        using var row = db.Prepare("SELECT version, occurred_at FROM journal WHERE stream = ? ORDER BY version DESC LIMIT 1").Bind(stream).Rows();
        return row.Step() ? (row.Long(0), Moments.Read(row.Text(1))) : (0, DateTimeOffset.MinValue);
    }

    /// <summary>What a key was used for, or null when it never was.</summary>
    public static AppendOutcome? Find(Db db, IdempotencyKey key)
    {
        using var row = db.Prepare("SELECT body_hash, stream, answer FROM citymap_keys WHERE caller = ? AND value = ?").Bind(key.Caller).Bind(key.Value).Rows();
        if (!row.Step()) return null;
        return row.Text(0) == key.BodyHash ? new AppendOutcome.Repeated(row.Text(1), row.TextOrNull(2)) : new AppendOutcome.KeyReused();
    }

    public static void Save(Db db, IdempotencyKey key, Append append, long sequence) =>
        db.Prepare("INSERT INTO citymap_keys (caller, value, body_hash, stream, answer, seq) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(key.Caller).Bind(key.Value).Bind(key.BodyHash).Bind(append.Stream).Bind(append.Answer).Bind(sequence).Finish();
}
