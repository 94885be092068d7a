namespace CityMap.Grains.Contracts;

/// <summary>The district something lies in.</summary>
/// <param name="Id">Area id, <c>code@edition</c>.</param>
/// <param name="Name">Its Vietnamese name.</param>
[GenerateSerializer, Immutable, Alias("citymap.area-ref")]
public sealed record AreaRef([property: Id(0)] string Id, [property: Id(1)] string Name);
