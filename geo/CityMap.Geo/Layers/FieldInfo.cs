namespace CityMap.Geo.Layers;

/// <summary>One attribute of a layer.</summary>
/// <param name="Name">Its name in storage, API and tiles: <c>[a-z][a-z0-9_]*</c>, at most 63 characters.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Title">What people read.</param>
/// <param name="Unit">UCUM unit of a number, or null.</param>
/// <param name="Indexed">True when stores keep an index on it.</param>
public sealed record FieldInfo(string Name, FieldType Type, LocalText Title, string? Unit = null, bool Indexed = false);
