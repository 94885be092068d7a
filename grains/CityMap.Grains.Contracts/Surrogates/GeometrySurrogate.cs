namespace CityMap.Grains.Contracts.Surrogates;

/// <summary>Carries a WGS 84 geometry of any kind between silos.</summary>
[GenerateSerializer, Immutable, Alias("citymap.geo.geometry")]
public struct GeometrySurrogate
{
    /// <summary>OGC well-known binary, longitude first.</summary>
    [Id(0)] public byte[] Wkb;
}
