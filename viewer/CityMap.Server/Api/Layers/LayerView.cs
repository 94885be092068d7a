using System.Text.Json.Nodes;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;

namespace CityMap.Server.Api.Layers;

/// <summary>A layer as the catalogue describes it.</summary>
internal sealed record LayerView(
    string Id,
    LocalText Title,
    string Group,
    string Geometry,
    bool Live,
    int Order,
    int MinZoom,
    int MaxZoom,
    string? Owner,
    string? Source,
    string? Cadence,
    bool Illustrative,
    long Version,
    long Count,
    DateTime? UpdatedAt,
    IReadOnlyList<FieldView> Fields,
    IReadOnlyList<double>? Bounds)
{
    /// <summary>What the layer holds and what not.</summary>
    public LocalText? Description { get; init; }

    /// <summary>Under what terms it may be used.</summary>
    public string? Licence { get; init; }

    /// <summary>Lowest zoom at which it is drawn.</summary>
    public int? ShownFrom { get; init; }

    /// <summary>Zoom from which on it is no longer drawn.</summary>
    public int? ShownTo { get; init; }

    /// <summary>True when a planner has said where it lies among the layers of its group.</summary>
    public bool Placed { get; init; }

    /// <summary>Whom it is meant for: everyone or staff.</summary>
    public string? Audience { get; init; }

    /// <summary>True when it is no longer offered.</summary>
    public bool Retired { get; init; }

    /// <summary>True when its features may be made, changed and removed one by one.</summary>
    public bool Editable { get; init; }

    /// <summary>The version of its description; 0 when nobody has described it.</summary>
    public long CardVersion { get; init; }

    /// <summary>How a planner wants it drawn; null is plainly.</summary>
    public StyleView? Style { get; init; }

    /// <summary>The same as layers of a MapLibre style whose source is called like the layer; null without a style.</summary>
    public JsonArray? Draw { get; init; }

    /// <summary>Shows a layer.</summary>
    public static LayerView Of(LayerInfo layer, Bounds? bounds) => new(
        layer.Id, layer.Title, layer.Group, layer.Geometry.ToString(), layer.Live, layer.Order, layer.MinZoom, layer.MaxZoom,
        layer.Owner, layer.Source, layer.Cadence, layer.Illustrative, layer.Version, layer.Count, layer.UpdatedAt?.UtcDateTime,
        [.. layer.Fields.Select(field => new FieldView(field.Name, field.Type.ToString(), field.Title, field.Unit))],
        bounds is { } box ? [box.West, box.South, box.East, box.North] : null)
    {
        Description = layer.Card?.Description,
        Licence = layer.Card?.Licence,
        ShownFrom = layer.Card?.ShownFrom,
        ShownTo = layer.Card?.ShownTo,
        Placed = layer.Card?.Order is not null,
        Audience = layer.Card?.Audience,
        Retired = layer.Card?.Retired ?? false,
        Editable = Ogc.Editing.EditableLayers.Includes(layer),
        CardVersion = layer.Card?.Version ?? 0,
        Style = layer.Card?.Style is { } style ? StyleView.Of(style) : null,
        Draw = layer.Card?.Style is null ? null : StyleDocument.Layers(layer),
    };
}

/// <summary>One attribute of a layer.</summary>
internal sealed record FieldView(string Name, string Type, LocalText Title, string? Unit);

/// <summary>A style, as <c>PATCH /api/layers/{id}</c> takes it.</summary>
internal sealed record StyleView(
    string Kind, string? Field, string? Method, string Colour, double Opacity, double Size, IReadOnlyList<StyleClass> Classes, LayerLabel? Label)
{
    /// <summary>Shows a style.</summary>
    public static StyleView Of(LayerStyle style) => new(
        style.Kind.ToString(), style.Field, style.Method?.ToString(), style.Colour, style.Opacity, style.Size, style.Classes, style.Label);
}
