using CityMap.Geo.Layers;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>What becomes of a layer that is defined again: its words may change and fields may be added, nothing else.</summary>
internal static class LayerMerge
{
    /// <summary>The layer after the new definition; old fields keep their places, new ones follow.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.LayerConflict"/>.</exception>
    public static LayerInfo Merge(LayerInfo before, LayerInfo defined)
    {
        if (before.Live != defined.Live) throw Conflict($"The layer {before.Id} is {(before.Live ? "live" : "static")} and stays so.");
        if (before.Geometry != defined.Geometry) throw Conflict($"The layer {before.Id} holds {before.Geometry}, not {defined.Geometry}.");

        var fields = new List<FieldInfo>();
        foreach (var field in before.Fields)
        {
            var again = defined.Fields.FirstOrDefault(f => f.Name == field.Name);
            if (again is not null && again.Type != field.Type)
            {
                throw Conflict($"The field {field.Name} of the layer {before.Id} is {field.Type} and cannot become {again.Type}.");
            }

            // An index is made with its field only.
            fields.Add(again is null ? field : again with { Indexed = field.Indexed });
        }

        fields.AddRange(defined.Fields.Where(f => before.Fields.All(b => b.Name != f.Name)));
        return defined with { Fields = fields };
    }

    private static StoreException Conflict(string reason) => new(StoreProblem.LayerConflict, reason);
}
