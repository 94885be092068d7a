using CityMap.Geo.GeoPackage.Sqlite;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>The triggers that keep a GeoPackage 1.3 R-tree in step with its table (OGC 12-128r17, annex F.3).</summary>
internal static class RTreeTriggers
{
    private static readonly string[] Names = ["insert", "update1", "update2", "update3", "update4", "delete"];

    public static void Create(Db db, string table)
    {
        var tree = LayerTable.TreeOf(table);
        const string there = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))";
        const string gone = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))";
        var put = $"INSERT OR REPLACE INTO \"{tree}\" VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));";
        var drop = $"DELETE FROM \"{tree}\" WHERE id = OLD.fid;";
        db.Execute($"""
            CREATE TRIGGER "{tree}_insert" AFTER INSERT ON "{table}" WHEN {there} BEGIN {put} END;
            CREATE TRIGGER "{tree}_update1" AFTER UPDATE OF geom ON "{table}" WHEN OLD.fid = NEW.fid AND {there} BEGIN {put} END;
            CREATE TRIGGER "{tree}_update2" AFTER UPDATE OF geom ON "{table}" WHEN OLD.fid = NEW.fid AND {gone} BEGIN {drop} END;
            CREATE TRIGGER "{tree}_update3" AFTER UPDATE ON "{table}" WHEN OLD.fid != NEW.fid AND {there} BEGIN {drop} {put} END;
            CREATE TRIGGER "{tree}_update4" AFTER UPDATE ON "{table}" WHEN OLD.fid != NEW.fid AND {gone} BEGIN
              DELETE FROM "{tree}" WHERE id IN (OLD.fid, NEW.fid); END;
            CREATE TRIGGER "{tree}_delete" AFTER DELETE ON "{table}" WHEN OLD.geom NOT NULL BEGIN {drop} END;
            """);
    }

    public static void Drop(Db db, string table)
    {
        foreach (var name in Names) db.Execute($"DROP TRIGGER \"{LayerTable.TreeOf(table)}_{name}\"");
    }
}
