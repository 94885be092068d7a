namespace CityMap.Viewer.Data;

/// <summary>What a feature is made of.</summary>
public enum ShapeKind
{
    /// <summary>One or more points.</summary>
    Point,

    /// <summary>One or more lines.</summary>
    Line,

    /// <summary>Rings of one or more polygons.</summary>
    Polygon,
}
