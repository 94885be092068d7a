namespace CityMap.Geo.Demo.Streets;

/// <summary>Rank of a street, highest first.</summary>
internal enum StreetClass
{
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    Residential,
    Path,
}
