using CityMap.Geo.Coordinates;

namespace CityMap.Viewer.Desktop;

/// <summary>Something the search found.</summary>
/// <param name="Kind">area, facility, incident, street, place, layer or coordinate.</param>
/// <param name="Id">Its id; null for a bare place.</param>
/// <param name="Name">What people read first.</param>
/// <param name="Where">What tells it from another of the same name; null when nothing does.</param>
/// <param name="At">Its place; null when it has none.</param>
/// <param name="Box">Its extent; null for a point.</param>
public sealed record SearchHit(string Kind, string? Id, string Name, string? Where, LonLat? At, Bounds? Box)
{
    /// <summary>The layer whose feature it is; null when it is none that can be chosen.</summary>
    public string? Layer => Kind switch { "incident" => "incidents", "facility" => "facilities", "area" => "districts", _ => null };
}
