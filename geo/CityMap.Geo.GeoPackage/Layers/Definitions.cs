using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>Makes a layer or widens one, inside the writer's transaction.</summary>
internal static class Definitions
{
    public static LayerTable Define(Db db, Catalogue catalogue, LayerInfo wanted, string now)
    {
        var there = catalogue.TryGet(wanted.Id);
        var table = new LayerTable(LayerRules.Join(there?.Info, wanted));
        if (there is null)
        {
            LayerSchema.CheckName(db, wanted, catalogue);
            LayerSchema.CreateTable(db, table, table.Name);
            if (wanted.Live) LayerSchema.CreateHistory(db, table);
            LayerSchema.Register(db, table, now);
        }
        else
        {
            LayerSchema.Widen(db, there, table);
            db.Run("UPDATE gpkg_contents SET description = ? WHERE table_name = ?", wanted.Title.Vi, wanted.Id);
        }

        Catalogue.Save(db, table.Info);
        return table;
    }
}
