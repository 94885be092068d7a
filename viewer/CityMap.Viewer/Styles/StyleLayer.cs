using SkiaSharp;

namespace CityMap.Viewer.Styles;

/// <summary>One layer of a style: what it draws, of which source, and how.</summary>
public sealed class StyleLayer
{
    private readonly IReadOnlyDictionary<string, Expression> _properties;

    internal StyleLayer(string id, string type, string? source, IReadOnlyDictionary<string, Expression> properties)
    {
        (Id, Type, Source, _properties) = (id, type, source, properties);
    }

    /// <summary>Its name within the style.</summary>
    public string Id { get; }

    /// <summary>background, fill, line, circle, heatmap, symbol or raster.</summary>
    public string Type { get; }

    /// <summary>The source it draws; null for the background.</summary>
    public string? Source { get; }

    /// <summary>From this zoom on.</summary>
    public double MinZoom { get; internal init; }

    /// <summary>Below this zoom.</summary>
    public double MaxZoom { get; internal init; } = 25;

    /// <summary>Only features that pass; null takes all.</summary>
    internal Expression? Filter { get; init; }

    /// <summary>False when the style switches it off.</summary>
    public bool Visible { get; internal init; } = true;

    /// <summary>True when it draws something at a zoom.</summary>
    public bool IsOn(double zoom) => Visible && zoom >= MinZoom && zoom < MaxZoom;

    /// <summary>The same layer over another source.</summary>
    internal StyleLayer For(string id, string source, Expression? nameField) => new(id, Type, source, nameField is null || !_properties.ContainsKey("text-field")
        ? _properties
        : new Dictionary<string, Expression>(_properties) { ["text-field"] = nameField })
    {
        MinZoom = MinZoom,
        MaxZoom = MaxZoom,
        Filter = Filter,
        Visible = Visible,
    };

    internal bool Has(string name) => _properties.ContainsKey(name);

    internal bool DependsOnFeature(string name) => _properties.GetValueOrDefault(name)?.OfFeature == true;

    internal object? Value(string name, in Scope scope) => _properties.GetValueOrDefault(name)?.Run(scope);

    internal double Number(string name, in Scope scope, double otherwise) => StyleValue.Number(Value(name, scope)) ?? otherwise;

    internal bool Flag(string name, in Scope scope) => Value(name, scope) is true;

    internal string Text(string name, in Scope scope, string otherwise) => Value(name, scope) as string ?? otherwise;

    internal double[] Numbers(string name, in Scope scope) =>
        Value(name, scope) is object[] list ? Array.ConvertAll(list, v => StyleValue.Number(v) ?? 0) : [];

    internal string[] Words(string name, in Scope scope) => Value(name, scope) is object[] list ? Array.ConvertAll(list, StyleValue.Text) : [];

    /// <summary>A colour with an opacity of its own; black where the style names none.</summary>
    internal SKColor Colour(string name, in Scope scope, double opacity = 1)
    {
        var colour = StyleColour.Parse(Value(name, scope)) ?? SKColors.Black;
        return opacity >= 1 ? colour : colour.WithAlpha((byte)Math.Round(colour.Alpha * Math.Clamp(opacity, 0, 1)));
    }
}
