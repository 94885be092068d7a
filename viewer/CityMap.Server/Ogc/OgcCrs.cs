using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Server.Api.Parameters;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Ogc;

/// <summary>A coordinate system of the API, with the order of axes its authority gives it (OGC 18-058r1).</summary>
/// <param name="Uri">How it is named.</param>
/// <param name="ToGround">From its axes to longitude and latitude.</param>
/// <param name="FromGround">From longitude and latitude to its axes.</param>
internal sealed record OgcCrs(string Uri, Func<double, double, (double Lon, double Lat)> ToGround, Func<double, double, (double First, double Second)> FromGround)
{
    private const int EdgeParts = 16;

    public static readonly OgcCrs Crs84 = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", (x, y) => (x, y), (x, y) => (x, y));

    public static readonly OgcCrs[] All = [Crs84, .. CrsCatalogue.All.Select(Of)];

    /// <summary>True when its straight lines are curves on the ground.</summary>
    public bool IsCurved { get; private init; }

    public static QueryParameter<OgcCrs> Parameter(string name, string description) =>
        new(name, description, Crs84.Uri, text => Array.Find(All, crs => crs.Uri == text.Value)
            ?? throw text.Wrong($"The coordinate system {Api.Texts.Shown(text.Value)} is not offered here.", "one of the allowed values"))
        { Allowed = [.. All.Select(crs => crs.Uri)] };

    /// <summary>A shape of ground positions in this system; positions finer than a centimetre are not kept.</summary>
    public Geometry? Write(Geometry? ground) => ground is null || this == Crs84 ? ground : Mapped(ground, FromGround);

    /// <summary>A shape of this system on the ground.</summary>
    public Geometry Read(Geometry shape) => this == Crs84 ? shape : Mapped(shape, (a, b) => ToGround(a, b));

    /// <summary>A box of this system as a shape on the ground, with the edges of a zone's grid as the curves they are there.</summary>
    public Polygon GroundShape(double first, double second, double last, double lastSecond)
    {
        var ring = new Coordinate[(4 * EdgeParts) + 1];
        for (var i = 0; i < EdgeParts; i++)
        {
            var (a, b) = ((last - first) * i / EdgeParts, (lastSecond - second) * i / EdgeParts);
            ring[i] = Corner(first + a, second);
            ring[EdgeParts + i] = Corner(last, second + b);
            ring[(2 * EdgeParts) + i] = Corner(last - a, lastSecond);
            ring[(3 * EdgeParts) + i] = Corner(first, lastSecond - b);
        }

        ring[^1] = ring[0].Copy();
        return new(new(ring)) { SRID = 4326 };

        Coordinate Corner(double x, double y)
        {
            var (lon, lat) = ToGround(x, y);
            return new(lon, lat);
        }
    }

    /// <summary>The box on the ground that holds a box of this system: the edges of a zone's grid are curves there.</summary>
    public (double West, double South, double East, double North) GroundBox(double first, double second, double last, double lastSecond)
    {
        var (west, south) = ToGround(first, second);
        var (east, north) = ToGround(last, lastSecond);
        if (!IsCurved || west > east || south > north) return (west, south, east, north);
        for (var i = 0; i <= EdgeParts; i++)
        {
            var (a, b) = (first + ((last - first) * i / EdgeParts), second + ((lastSecond - second) * i / EdgeParts));
            foreach (var (lon, lat) in ((double, double)[])[ToGround(a, second), ToGround(a, lastSecond), ToGround(first, b), ToGround(last, b)])
            {
                (west, south, east, north) = (Math.Min(west, lon), Math.Min(south, lat), Math.Max(east, lon), Math.Max(north, lat));
            }
        }

        return (west, south, east, north);
    }

    private static OgcCrs Of(Crs crs)
    {
        var uri = string.Create(CultureInfo.InvariantCulture, $"http://www.opengis.net/def/crs/EPSG/0/{crs.Code}");
        return crs.IsLatitudeFirst
            ? new(uri, (lat, lon) => crs.ToGround(lon, lat), (lon, lat) => Turned(crs.FromGround(lon, lat)))
            : new(uri, crs.ToGround, crs.FromGround) { IsCurved = crs.CentralMeridian is not null };
    }

    private static (double, double) Turned((double X, double Y) place) => (place.Y, place.X);

    private static Geometry Mapped(Geometry shape, Func<double, double, (double, double)> map)
    {
        var copy = shape.Copy();
        copy.Apply(new Mapping(map));
        copy.GeometryChanged();
        return copy;
    }

    private sealed class Mapping(Func<double, double, (double X, double Y)> map) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence, int i)
        {
            var (x, y) = map(sequence.GetX(i), sequence.GetY(i));
            sequence.SetX(i, x);
            sequence.SetY(i, y);
        }
    }
}
