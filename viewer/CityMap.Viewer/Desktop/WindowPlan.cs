using CityMap.Geo.Coordinates;
using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Desktop;

/// <summary>How one window stood when it was closed.</summary>
/// <param name="Centre">The middle of its map.</param>
/// <param name="Zoom">As MapLibre counts.</param>
/// <param name="Theme">Bright or dark.</param>
/// <param name="Wall">True on the wall: map and figures only, full screen, moving on by itself.</param>
public sealed record WindowPlan(LonLat Centre, double Zoom, MapTheme Theme, bool Wall);
