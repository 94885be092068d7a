using NetTopologySuite.Geometries;

namespace CityMap.Geo.Layers;

/// <summary>One thing on the map.</summary>
/// <param name="Id">Its key within the layer: 1 to 128 characters without <c>/</c> or control characters. Ids are text everywhere.</param>
/// <param name="Geometry">Shape in WGS 84, longitude first; null when it has no place.</param>
/// <param name="Attributes">Values by field name, each of its <see cref="FieldType"/>'s .NET type; a missing name is null.</param>
public sealed record Feature(string Id, Geometry? Geometry, IReadOnlyDictionary<string, object?> Attributes)
{
    /// <summary>The value of a field, or null.</summary>
    public object? this[string field] => Attributes.GetValueOrDefault(field);
}
