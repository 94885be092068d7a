using System.Globalization;
using CityMap.Geo.Coordinates;

namespace CityMap.Viewer.Desktop;

/// <summary>Measures on the ground: the length of a line, and the area it encloses.</summary>
public sealed class MeasureModel
{
    // The mean radius of the earth (IUGG), metres: within 0.6 % of the ellipsoid here.
    private const double Radius = 6_371_008.8;
    private readonly List<LonLat> _points = [];

    /// <summary>The places tapped so far.</summary>
    public IReadOnlyList<LonLat> Points => _points;

    /// <summary>Length of the line, metres.</summary>
    public double Length => _points.Zip(_points.Skip(1), Distance).Sum();

    /// <summary>What the line encloses when it is closed, square metres; 0 with fewer than three places.</summary>
    public double Area => _points.Count < 3 ? 0 : Math.Abs(Enclosed());

    /// <summary>Length and area as people read them; empty before anything is measured.</summary>
    public string Said => _points.Count == 0 ? "" : Area <= 0 ? Long : $"{Long} · {Wide}";

    /// <summary>Adds a place.</summary>
    public void Add(LonLat at) => _points.Add(at);

    /// <summary>Takes the last place back.</summary>
    public void Undo()
    {
        if (_points.Count > 0) _points.RemoveAt(_points.Count - 1);
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => _points.Clear();

    /// <summary>Along the great circle (haversine), metres.</summary>
    public static double Distance(LonLat a, LonLat b)
    {
        var (lat1, lat2) = (a.Lat * Math.PI / 180, b.Lat * Math.PI / 180);
        var (dLat, dLon) = (Math.Sin((lat2 - lat1) / 2), Math.Sin((b.Lon - a.Lon) * Math.PI / 360));
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt((dLat * dLat) + (Math.Cos(lat1) * Math.Cos(lat2) * dLon * dLon))));
    }

    private string Long => string.Create(CultureInfo.InvariantCulture, $"{(Length < 1000 ? $"{Length:0} m" : $"{Length / 1000:0.00} km")}");

    private string Wide => string.Create(CultureInfo.InvariantCulture, $"{(Area < 1e6 ? $"{Area:0} m²" : $"{Area / 1e6:0.00} km²")}");

    // Chamberlain and Duquette, "Some algorithms for polygons on a sphere" (2007).
    private double Enclosed()
    {
        var sum = 0.0;
        for (var i = 0; i < _points.Count; i++)
        {
            var (a, b) = (_points[i], _points[(i + 1) % _points.Count]);
            sum += (b.Lon - a.Lon) * Math.PI / 180 * (2 + Math.Sin(a.Lat * Math.PI / 180) + Math.Sin(b.Lat * Math.PI / 180));
        }

        return sum * Radius * Radius / 2;
    }
}
