namespace CityMap.Geo.Demo;

/// <summary>Which demo city is wanted. The same options and moment give the same city on every machine.</summary>
/// <param name="Size">How much of it.</param>
/// <param name="Seed">Any number; another number is another city on the same site.</param>
public sealed record DemoOptions(DemoSize Size = DemoSize.Pilot, long Seed = 1);
