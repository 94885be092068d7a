using CityMap.Geo.Coordinates;

namespace CityMap.Grains.Contracts.Surrogates;

/// <summary>Carries <see cref="LonLat"/> between silos.</summary>
[GenerateSerializer, Immutable, Alias("citymap.geo.lon-lat")]
public struct LonLatSurrogate
{
    [Id(0)] public double Lon;
    [Id(1)] public double Lat;
}

/// <summary>Turns positions into what travels, and back.</summary>
[RegisterConverter]
public sealed class LonLatConverter : IConverter<LonLat, LonLatSurrogate>
{
    /// <inheritdoc/>
    public LonLat ConvertFromSurrogate(in LonLatSurrogate surrogate) => new(surrogate.Lon, surrogate.Lat);

    /// <inheritdoc/>
    public LonLatSurrogate ConvertToSurrogate(in LonLat value) => new() { Lon = value.Lon, Lat = value.Lat };
}
