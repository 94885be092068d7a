using System.Text.RegularExpressions;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Storage;

/// <summary>What a layer must be to be defined, and how a new definition joins the one that is there.</summary>
public static partial class LayerRules
{
    /// <summary>How many fields a layer has at most: a table of PostgreSQL takes 1,600 columns, one of SQLite 2,000.</summary>
    public const int MostFields = 1_000;

    /// <summary>What the id of a layer is.</summary>
    public const string LayerNameRule = "a-z first, then a-z, 0-9 and _, at most 48 characters";

    /// <summary>What the name of a field is.</summary>
    public const string FieldNameRule = "a-z first, then a-z, 0-9 and _, at most 63 characters";

    /// <summary>True for what can be the id of a layer.</summary>
    public static bool IsLayerName(string id) => LayerName().IsMatch(id);

    /// <summary>True for what can be the name of a field.</summary>
    public static bool IsFieldName(string name) => FieldName().IsMatch(name);

    /// <summary>Checks the names of a layer and its fields.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.LayerConflict"/>, with one sentence.</exception>
    public static void Check(LayerInfo layer)
    {
        if (!IsLayerName(layer.Id)) throw Conflict($"\"{layer.Id}\" is no layer name: {LayerNameRule}.");
        if (layer.Fields.Count > MostFields) throw Conflict($"The layer {layer.Id} would have {layer.Fields.Count} fields; at most {MostFields} can be kept.");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in layer.Fields)
        {
            if (!IsFieldName(field.Name)) throw Conflict($"\"{field.Name}\" is no field name: {FieldNameRule}.");
            if (field.Name == "id") throw Conflict($"The layer {layer.Id} cannot have a field called id: that is the feature's own id.");
            if (!names.Add(field.Name)) throw Conflict($"The layer {layer.Id} has the field {field.Name} twice.");
        }
    }

    /// <summary>The layer after a new definition: what is told about it comes from the new one; a field once there stays.</summary>
    /// <param name="there">The layer as it is, or null when it is new.</param>
    /// <param name="wanted">The new definition.</param>
    /// <exception cref="StoreException"><see cref="StoreProblem.LayerConflict"/>: bad names, or another geometry, liveness or type of a field.</exception>
    public static LayerInfo Join(LayerInfo? there, LayerInfo wanted)
    {
        Check(wanted);
        if (there is null) return wanted with { Version = 0, Count = 0, UpdatedAt = null, Edited = false };
        if (there.Live != wanted.Live) throw Conflict($"The layer {there.Id} is {(there.Live ? "live" : "static")} and stays so.");
        if (there.Geometry != wanted.Geometry) throw Conflict($"The layer {there.Id} holds {there.Geometry}, not {wanted.Geometry}.");

        var fields = new List<FieldInfo>();
        foreach (var field in there.Fields)
        {
            var again = wanted.Fields.FirstOrDefault(f => f.Name == field.Name) ?? field;
            if (again.Type != field.Type) throw Conflict($"The field {there.Id}.{field.Name} is {field.Type} and cannot become {again.Type}.");
            fields.Add(again with { Indexed = again.Indexed || field.Indexed });
        }

        fields.AddRange(wanted.Fields.Where(f => there.Fields.All(t => t.Name != f.Name)));
        var card = wanted.Card is { } said && said.Version > (there.Card?.Version ?? 0) ? said : there.Card;
        return Named(wanted, card) with { Fields = fields, Card = card, Version = there.Version, Count = there.Count, UpdatedAt = there.UpdatedAt, Edited = there.Edited };
    }

    // What a planner has said holds, whatever an import brings along later.
    private static LayerInfo Named(LayerInfo layer, LayerCard? card) => card is null ? layer : layer with
    {
        Title = card.Title ?? layer.Title,
        Owner = card.Owner ?? layer.Owner,
        Source = card.Source ?? layer.Source,
        Cadence = card.Cadence ?? layer.Cadence,
        Order = card.Order ?? layer.Order,
    };

    private static StoreException Conflict(string reason) => new(StoreProblem.LayerConflict, reason);

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,47}\z")]
    private static partial Regex LayerName();

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,62}\z")]
    private static partial Regex FieldName();
}
