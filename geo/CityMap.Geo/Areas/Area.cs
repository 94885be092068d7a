using NetTopologySuite.Geometries;

namespace CityMap.Geo.Areas;

/// <summary>
/// One edition of an administered area: a commune, an old district, a pilot set. Codes and names are used again by other units,
/// so only the edition is a key.
/// </summary>
/// <param name="Id"><c>{code}@{edition}</c>, for example <c>05977@2025</c>.</param>
/// <param name="Code">Official code.</param>
/// <param name="NameVi">Vietnamese name, NFC.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Kind"><c>ward</c>, <c>commune</c>, <c>district</c> or <c>pilot</c>.</param>
/// <param name="Edition">Which division of the land it belongs to, for example <c>2025</c>.</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">First day no longer in force; null while it is.</param>
/// <param name="Shape">Polygon or multipolygon, WGS 84, longitude first.</param>
public sealed record Area(
    string Id, string Code, string NameVi, string NameEn, string Kind, string Edition, DateOnly ValidFrom, DateOnly? ValidTo, Geometry Shape)
{
    /// <summary>True on the days it is in force.</summary>
    public bool InForce(DateOnly on) => on >= ValidFrom && (ValidTo is null || on < ValidTo);
}
