using System.Text.Json.Serialization;
using CityMap.Geo.Classifying;

namespace CityMap.Geo.Layers;

/// <summary>By what a layer is coloured.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LayerStyleKind>))]
public enum LayerStyleKind
{
    /// <summary>All alike.</summary>
    Single,

    /// <summary>By the values of a field, each its own colour.</summary>
    Categorised,

    /// <summary>By classes of a field of numbers.</summary>
    Graduated,

    /// <summary>By how many points lie together: a heat map.</summary>
    HeatMap,
}

/// <summary>How a layer is drawn.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Colour"><c>#rrggbb</c>: of everything, or of what is in no class.</param>
public sealed record LayerStyle(LayerStyleKind Kind, string Colour)
{
    /// <summary>The field that decides; null when all are alike.</summary>
    public string? Field { get; init; }

    /// <summary>How the classes of numbers were found; null when they were written by hand.</summary>
    public ClassMethod? Method { get; init; }

    /// <summary>At most 24, in the order of the legend.</summary>
    public IReadOnlyList<StyleClass> Classes { get; init; } = [];

    /// <summary>0 to 1.</summary>
    public double Opacity { get; init; } = 0.8;

    /// <summary>Radius of a point or width of a line in pixels, 0.5 to 20; how far a point of a heat map warms, to 60.</summary>
    public double Size { get; init; } = 2;

    /// <summary>What is written beside a feature; null is nothing.</summary>
    public LayerLabel? Label { get; init; }
}

/// <summary>One class of a style: a value, or numbers from one to another (the upper one included).</summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Value">The value of a category, as text.</param>
/// <param name="From">The lowest number.</param>
/// <param name="To">The highest.</param>
public sealed record StyleClass(string Colour, string? Value = null, double? From = null, double? To = null);

/// <summary>The words beside a feature.</summary>
/// <param name="Field">Whose value is written.</param>
/// <param name="Size">Pixels, 8 to 32.</param>
/// <param name="MinZoom">From which zoom on, 0 to 22.</param>
public sealed record LayerLabel(string Field, double Size, int MinZoom);
