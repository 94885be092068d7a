namespace CityMap.Geo.Layers;

/// <summary>What shapes a layer holds; "multi" shapes count with their single kind.</summary>
public enum GeometryKind
{
    /// <summary>Any shape, mixed.</summary>
    Any,

    /// <summary>Points.</summary>
    Point,

    /// <summary>Lines.</summary>
    Line,

    /// <summary>Areas.</summary>
    Polygon,
}
