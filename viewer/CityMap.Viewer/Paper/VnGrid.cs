using CityMap.Geo.Coordinates;

namespace CityMap.Viewer.Paper;

/// <summary>VN-2000 / TM-3 107-15 (EPSG:9215), the zone of Lạng Sơn.</summary>
internal sealed class VnGrid
{
    private readonly Crs _zone = CrsCatalogue.Find(9215)!;

    /// <summary>Easting and northing, metres.</summary>
    public (double X, double Y) ToGrid(double lon, double lat) => _zone.FromGround(lon, lat);

    /// <summary>Longitude and latitude, degrees.</summary>
    public (double Lon, double Lat) ToLonLat(double x, double y) => _zone.ToGround(x, y);
}
