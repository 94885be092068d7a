using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>
/// The layers there are, in memory for whoever reads or checks. A reader takes its table from here before it begins its snapshot:
/// tables only get wider and keep their names, so an older description fits a newer snapshot.
/// </summary>
internal sealed class Catalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private volatile FrozenDictionary<string, LayerTable> _tables = FrozenDictionary<string, LayerTable>.Empty;

    public IEnumerable<LayerTable> All => _tables.Values;

    public LayerTable? TryGet(string id) => _tables.GetValueOrDefault(id);

    /// <exception cref="StoreException"><see cref="StoreProblem.UnknownLayer"/>.</exception>
    public LayerTable Get(string id) => TryGet(id) ?? throw new StoreException(StoreProblem.UnknownLayer, $"There is no layer {id}.");

    /// <summary>Reads all layers again; called by the writer after a change is committed.</summary>
    public void Load(Db db) => _tables = Read(db).ToFrozenDictionary(l => l.Id, l => new LayerTable(l), StringComparer.Ordinal);

    public static List<LayerInfo> Read(Db db)
    {
        var layers = new List<LayerInfo>();
        using var rows = db.Prepare("SELECT definition, version, count, updated_at FROM citymap_layers").Rows();
        while (rows.Step())
        {
            var layer = JsonSerializer.Deserialize<LayerInfo>(rows.Text(0), Json)!;
            layers.Add(layer with
            {
                Version = rows.Long(1),
                Count = rows.Long(2),
                UpdatedAt = rows.TextOrNull(3) is { } at ? Moments.Read(at) : null,
            });
        }

        layers.Sort((a, b) => (a.Order, a.Id).CompareTo((b.Order, b.Id)));
        return layers;
    }

    /// <summary>Writes a definition; count, version and time stay as they are.</summary>
    public static void Save(Db db, LayerInfo layer) =>
        db.Run("INSERT INTO citymap_layers (id, definition) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET definition = excluded.definition",
            layer.Id, JsonSerializer.Serialize(layer with { Version = 0, Count = 0, UpdatedAt = null }, Json));
}
