using CityMap.Geo.GeoPackage.Sqlite;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>
/// Draws in the extents that <c>gpkg_contents</c> tells: while the store is open they only grow, and what moved or was removed
/// leaves them too wide. Done at opening, on the writer's connection before it serves anybody.
/// </summary>
internal static class Extents
{
    // An R-tree of this size is read through in a few hundredths of a second; larger layers keep their generous extent.
    private const long MostFeatures = 100_000;

    // R-trees keep 32-bit coordinates, about a metre apart at 180°: only what is wider than that is too wide.
    private const double Rounding = 1e-4;

    public static void DrawIn(Db db, Catalogue catalogue)
    {
        foreach (var layer in catalogue.All.Where(l => l.Info is { Live: true, Count: <= MostFeatures }))
        {
            var told = Box(db, "SELECT min_x, max_x, min_y, max_y FROM gpkg_contents WHERE table_name = ?", layer.Name);
            var real = Box(db, $"SELECT min(minx), max(maxx), min(miny), max(maxy) FROM \"{layer.Tree}\"");
            if (told is null || !IsTooWide(told, real)) continue;
            object?[] box = real is null ? [null, null, null, null] : [real[0], real[1], real[2], real[3]];
            db.Run("UPDATE gpkg_contents SET min_x = ?, max_x = ?, min_y = ?, max_y = ? WHERE table_name = ?", [.. box, layer.Name]);
        }
    }

    private static bool IsTooWide(double[] told, double[]? real) =>
        real is null || real[0] - told[0] > Rounding || told[1] - real[1] > Rounding || real[2] - told[2] > Rounding || told[3] - real[3] > Rounding;

    private static double[]? Box(Db db, string sql, params ReadOnlySpan<object?> values)
    {
        using var row = db.Prepare(sql).BindAll(values).Rows();
        return row.Step() && !row.IsNull(0) ? [row.Double(0), row.Double(1), row.Double(2), row.Double(3)] : null;
    }
}
