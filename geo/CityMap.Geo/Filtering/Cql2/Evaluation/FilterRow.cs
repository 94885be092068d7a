using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>What a predicate looks at: one feature, however it is kept.</summary>
public abstract class FilterRow
{
    /// <summary>Its id.</summary>
    public abstract string Id { get; }

    /// <summary>Its shape in WGS 84, or null.</summary>
    public abstract Geometry? Geometry { get; }

    /// <summary>The value of a field of the layer by its place, of the <see cref="FieldType"/>'s .NET type, or null.</summary>
    public abstract object? Value(int field);
}

/// <summary>A feature as a row.</summary>
public sealed class FeatureRow(LayerInfo layer, Feature feature) : FilterRow
{
    /// <inheritdoc/>
    public override string Id => feature.Id;

    /// <inheritdoc/>
    public override Geometry? Geometry => feature.Geometry;

    /// <inheritdoc/>
    public override object? Value(int field) => feature[layer.Fields[field].Name];
}
