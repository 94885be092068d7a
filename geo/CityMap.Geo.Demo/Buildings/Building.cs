using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Buildings;

/// <summary>One building.</summary>
/// <param name="Ring">Its outline, open, metres.</param>
/// <param name="Kind"><c>house</c>, <c>shop</c>, <c>apartments</c>, <c>office</c>, <c>warehouse</c>, or the kind of its facility.</param>
/// <param name="Levels">Storeys.</param>
/// <param name="Name">The facility's name, or null.</param>
internal sealed record Building(Vec[] Ring, string Kind, int Levels, string? Name = null);
