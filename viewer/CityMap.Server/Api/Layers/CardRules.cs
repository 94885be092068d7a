using CityMap.Geo.Layers;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Layers;

/// <summary>What may be said of which layer.</summary>
internal static class CardRules
{
    private const double MostSize = 20;

    /// <summary>Checks a card against its layer.</summary>
    /// <exception cref="ProblemException">It does not fit, by name.</exception>
    public static void Check(LayerInfo layer, LayerCard card)
    {
        if (card is { ShownFrom: { } from, ShownTo: { } to } && to <= from)
            throw new ProblemException("invalid_value", "shownTo", "The layer would be shown nowhere.", $"above {from}");
        if (card.Retired && layer.Live)
            throw new ProblemException("invalid_value", "retired", $"The layer {layer.Id} is live: the city works with it.", "false");
        if (card.Order is not null && layer.Live)
            throw new ProblemException("invalid_value", "order", $"The layer {layer.Id} is live: its marks lie above everything.", "null");
        if (card.Style is { } style) Check(layer, style);
    }

    private static void Check(LayerInfo layer, LayerStyle style)
    {
        if (layer.Live) throw new ProblemException("invalid_value", "style", $"The layer {layer.Id} is live: its marks say what state its features are in.", "null");
        if (style.Label is { } label) Field(layer, label.Field, "style.label.field");
        if (style.Kind != LayerStyleKind.HeatMap && style.Size > MostSize)
            throw new ProblemException("number_out_of_range", "style.size", "Points and lines cannot be drawn so large.", FormattableString.Invariant($"at most {MostSize}"));
        if (style.Kind == LayerStyleKind.HeatMap && layer.Geometry is not (GeometryKind.Point or GeometryKind.Any))
            throw new ProblemException("invalid_value", "style.kind", $"The layer {layer.Id} holds no points: a heat map shows how close points lie.", "Single, Categorised or Graduated");
        if (style.Kind is LayerStyleKind.Single or LayerStyleKind.HeatMap) return;
        var field = Field(layer, style.Field ?? throw new ProblemException("missing_member", "style.field", "A style by values needs a field."), "style.field");
        if (style.Classes.Count == 0) throw new ProblemException("missing_member", "style.classes", "A style by values needs classes.", "at least one");
        if (style.Kind == LayerStyleKind.Categorised)
        {
            if (style.Classes.Any(one => one.Value is null)) throw new ProblemException("missing_member", "style.classes.value", "A category needs a value.");
            if (style.Classes.DistinctBy(one => one.Value).Count() < style.Classes.Count) throw new ProblemException("invalid_value", "style.classes.value", "A value has two colours.", "each value once");
            return;
        }

        if (field.Type is not (FieldType.Integer or FieldType.Real))
            throw new ProblemException("invalid_value", "style.field", $"The field {field.Name} holds no numbers.", "a field of type Integer or Real");
        if (style.Classes.Any(one => one.From is null || one.To is null || one.From > one.To))
            throw new ProblemException("invalid_value", "style.classes", "A class of numbers needs from and to, in this order.");
        if (style.Classes.Zip(style.Classes.Skip(1)).Any(two => two.First.To >= two.Second.To || two.Second.From < two.First.To))
            throw new ProblemException("invalid_value", "style.classes", "The classes overlap or fall.", "rising classes");
    }

    private static FieldInfo Field(LayerInfo layer, string name, string path) => layer.Fields.FirstOrDefault(field => field.Name == name)
        ?? throw new ProblemException(new("invalid_value", $"The layer {layer.Id} has no field {Texts.Shown(name)}.") { Field = path, Allowed = [.. layer.Fields.Select(field => field.Name)] });
}
