using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Grains.Contracts.Surrogates;

/// <summary>Carries a <see cref="FeatureChange"/> between silos.</summary>
[GenerateSerializer, Immutable, Alias("citymap.geo.change")]
public struct FeatureChangeSurrogate
{
    [Id(0)] public string Layer;
    [Id(1)] public string Id;
    [Id(2)] public bool Gone;
    [Id(3)] public Geometry? Geometry;
    [Id(4)] public Dictionary<string, object?>? Attributes;
}

/// <summary>Turns changes into what travels, and back.</summary>
[RegisterConverter]
public sealed class FeatureChangeConverter : IConverter<FeatureChange, FeatureChangeSurrogate>
{
    /// <inheritdoc/>
    public FeatureChange ConvertFromSurrogate(in FeatureChangeSurrogate s) =>
        new(s.Layer, s.Id, s.Gone ? null : new Feature(s.Id, s.Geometry, s.Attributes!));

    /// <inheritdoc/>
    public FeatureChangeSurrogate ConvertToSurrogate(in FeatureChange value) => new()
    {
        Layer = value.Layer,
        Id = value.Id,
        Gone = value.After is null,
        Geometry = value.After?.Geometry,
        Attributes = value.After is null ? null : new(value.After.Attributes, StringComparer.Ordinal),
    };
}
