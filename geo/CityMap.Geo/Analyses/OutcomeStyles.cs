using CityMap.Geo.Classifying;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Analyses;

/// <summary>How results are drawn until somebody draws them otherwise. The colours are told apart on the light and on the dark ground, and by people who do not see red and green alike.</summary>
internal static class OutcomeStyles
{
    private const string Quiet = "#2a6fa8";
    private const string Beyond = "#c2470a";
    private const string Gained = "#1a7f37";
    private const int Classes = 5;

    private static readonly string[] Blues = ["#c6dbef", "#9ecae1", "#6baed6", "#3182bd", "#08519c"];

    /// <summary>All alike.</summary>
    public static LayerStyle Plain(GeometryKind kind) => new(LayerStyleKind.Single, Quiet) { Opacity = kind == GeometryKind.Polygon ? 0.25 : 0.9, Size = SizeOf(kind) };

    /// <summary>By what is covered and what is not.</summary>
    public static LayerStyle Coverage(GeometryKind kind, string field, bool gained) => new(LayerStyleKind.Categorised, Quiet)
    {
        Field = field,
        Opacity = kind == GeometryKind.Polygon ? 0.5 : 0.95,
        Size = SizeOf(kind),
        Classes = gained ? [new(Beyond, CoverageStatus.Beyond), new(Gained, CoverageStatus.Gained), new(Quiet, CoverageStatus.Covered)] : [new(Beyond, CoverageStatus.Beyond), new(Quiet, CoverageStatus.Covered)],
    };

    /// <summary>By a number, in five classes of as many features each.</summary>
    public static LayerStyle Graduated(GeometryKind kind, string field, IEnumerable<double> values)
    {
        var counted = values.GroupBy(value => value).Select(group => (group.Key, (long)group.Count())).OrderBy(pair => pair.Key).ToList();
        if (counted.Count == 0) return Plain(kind);
        var breaks = ClassBreaks.Of(counted, ClassMethod.Quantile, Classes);
        return new(LayerStyleKind.Graduated, Quiet)
        {
            Field = field,
            Method = ClassMethod.Quantile,
            Opacity = kind == GeometryKind.Polygon ? 0.55 : 0.9,
            Size = SizeOf(kind),
            Classes = [.. breaks.Select((one, i) => new StyleClass(Blues[breaks.Count == 1 ? Blues.Length - 1 : i * (Blues.Length - 1) / (breaks.Count - 1)], null, one.From, one.To))],
        };
    }

    private static double SizeOf(GeometryKind kind) => kind == GeometryKind.Point ? 5 : 3;
}
