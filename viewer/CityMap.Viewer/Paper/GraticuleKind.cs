namespace CityMap.Viewer.Paper;

/// <summary>Which lines of coordinates lie over a map.</summary>
public enum GraticuleKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>Latitude and longitude, WGS 84.</summary>
    Geographic,

    /// <summary>The national grid: VN-2000 / TM-3 107-15 (EPSG:9215), metres.</summary>
    Vn2000,
}
