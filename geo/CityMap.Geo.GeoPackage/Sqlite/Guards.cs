namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>
/// Triggers that refuse edits by other programs, in words their users understand. They look at a row that is open only
/// inside our own transactions; a registered function instead would answer others with "no such function".
/// </summary>
internal static class Guards
{
    private static readonly string[] Events = ["INSERT", "UPDATE", "DELETE"];

    public static void Create(Db db, string table)
    {
        foreach (var change in Events)
        {
            db.Execute($"""
                CREATE TRIGGER "citymap_guard_{table}_{change}" BEFORE {change} ON "{table}" WHEN (SELECT open FROM citymap_guard) = 0
                BEGIN SELECT RAISE(ABORT, 'CityMap: {table} is changed only through CityMap, so that every change is in its journal; use its pages, its API or citymap import'); END
                """);
        }
    }

    public static void Drop(Db db, string table)
    {
        foreach (var change in Events) db.Execute($"DROP TRIGGER \"citymap_guard_{table}_{change}\"");
    }
}
