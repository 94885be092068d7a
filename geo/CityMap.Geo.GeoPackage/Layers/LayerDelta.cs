using CityMap.Geo.GeoPackage.Sqlite;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>What a transaction does to one layer as a whole: how many features more, how far they reach.</summary>
internal sealed class LayerDelta
{
    private readonly Envelope _box = new();
    private bool _manyPoints;

    public long Count { get; set; }

    public void Include(EncodedFeature feature)
    {
        if (feature.Box is { } box) _box.ExpandToInclude(box);
        _manyPoints |= feature.IsManyPoints;
    }

    /// <summary>Adds what changed to the catalogue and to the GeoPackage's contents.</summary>
    public void AddTo(Db db, string layer, DateTimeOffset updatedAt, string now)
    {
        db.Run("UPDATE citymap_layers SET count = count + ?, updated_at = ? WHERE id = ?", Count, updatedAt, layer);
        WriteContents(db, layer, now, grow: true);
    }

    /// <summary>Writes the contents of a layer that has just been replaced.</summary>
    public void WriteContents(Db db, string layer, string now, bool grow)
    {
        db.Run("UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?", now, layer);
        if (_manyPoints) db.Run("UPDATE gpkg_geometry_columns SET geometry_type_name = 'GEOMETRY' WHERE table_name = ?", layer);
        if (_box.IsNull && grow) return;
        object?[] box = _box.IsNull ? [null, null, null, null] : [_box.MinX, _box.MinY, _box.MaxX, _box.MaxY];
        var sql = grow
            ? "UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), min_y = min(coalesce(min_y, ?2), ?2), max_x = max(coalesce(max_x, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4) WHERE table_name = ?5"
            : "UPDATE gpkg_contents SET min_x = ?1, min_y = ?2, max_x = ?3, max_y = ?4 WHERE table_name = ?5";
        db.Run(sql, [.. box, layer]);
    }
}
