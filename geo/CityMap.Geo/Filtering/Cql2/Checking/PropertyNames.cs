using CityMap.Geo.Layers;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>Finds the field a name means: as it is written, or else whatever its case, when that leaves one.</summary>
internal static class PropertyNames
{
    private const int MostNamed = 40;

    /// <summary>The name as the layer has it, with what it gives.</summary>
    /// <exception cref="Cql2Exception">The layer has no such field.</exception>
    public static Property Bind(LayerInfo layer, Property property)
    {
        var field = IndexOf(layer, property.Name);
        if (field >= 0)
        {
            var known = layer.Fields[field];
            return property with { Name = known.Name, Field = field, Kind = KindOf(known.Type), IsWhole = known.Type == FieldType.Integer };
        }

        if (Is("id")) return property with { Name = "id", Kind = ValueKind.Text };
        if (Is("geometry") || Is("geom")) return property with { Name = "geometry", Kind = ValueKind.Geometry };
        var names = layer.Fields.Select(f => f.Name).Take(MostNamed);
        throw new Cql2Exception($"The layer {layer.Id} has no property {Shown(property.Name)}: it has id, geometry, {string.Join(", ", names)}.", property.Place);

        bool Is(string name) => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase);
    }

    private static int IndexOf(LayerInfo layer, string name)
    {
        var alike = -1;
        for (var i = 0; i < layer.Fields.Count; i++)
        {
            if (layer.Fields[i].Name == name) return i;
            if (!string.Equals(layer.Fields[i].Name, name, StringComparison.OrdinalIgnoreCase)) continue;
            alike = alike < 0 ? i : int.MaxValue;
        }

        return alike == int.MaxValue ? -1 : alike;
    }

    private static ValueKind KindOf(FieldType type) => type switch
    {
        FieldType.Text => ValueKind.Text,
        FieldType.Integer or FieldType.Real => ValueKind.Number,
        FieldType.Boolean => ValueKind.Boolean,
        _ => ValueKind.Instant,
    };

    private static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
