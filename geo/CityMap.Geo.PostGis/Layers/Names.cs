using System.Text.RegularExpressions;
using CityMap.Geo.Layers;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>Names of layers and fields become names of tables and columns: only what is checked here reaches SQL text.</summary>
internal static partial class Names
{
    private static readonly HashSet<string> Taken =
        new(["id", "geom", "generation", "from_seq", "to_seq", "occurred_from", "occurred_to"], StringComparer.Ordinal);

    /// <summary>Checks the names of a layer.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.LayerConflict"/>.</exception>
    public static void Check(LayerInfo layer)
    {
        if (!Name().IsMatch(layer.Id) || layer.Id.Length > 48) throw Bad($"\"{layer.Id}\" cannot be the id of a layer.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in layer.Fields)
        {
            if (!Name().IsMatch(field.Name) || field.Name.Length > 63) throw Bad($"\"{field.Name}\" cannot be the name of a field.");
            if (Taken.Contains(field.Name)) throw Bad($"The name {field.Name} is taken: a field needs another.");
            if (!seen.Add(field.Name)) throw Bad($"The layer {layer.Id} names the field {field.Name} twice.");
        }
    }

    /// <summary>The name as SQL text; it may be a reserved word.</summary>
    public static string Quote(string name) =>
        Name().IsMatch(name) ? $"\"{name}\"" : throw new ArgumentException($"Not a name: {name}", nameof(name));

    private static StoreException Bad(string reason) => new(StoreProblem.LayerConflict, reason);

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
