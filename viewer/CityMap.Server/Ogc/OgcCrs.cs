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
    public static readonly OgcCrs Crs84 = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", (x, y) => (x, y), (x, y) => (x, y));

    public static readonly OgcCrs[] All =
    [
        Crs84,
        new("http://www.opengis.net/def/crs/EPSG/0/4326", (lat, lon) => (lon, lat), (lon, lat) => (lat, lon)),
        new(
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            (x, y) => (x / WebMercator.HalfWorld * 180, (Math.Atan(Math.Exp(y / WebMercator.HalfWorld * Math.PI)) * 360 / Math.PI) - 90),
            (lon, lat) => (WebMercator.X(lon), WebMercator.Y(lat))),
    ];

    public static QueryParameter<OgcCrs> Parameter(string name, string description) =>
        new(name, description, Crs84.Uri, text => Array.Find(All, crs => crs.Uri == text.Value)
            ?? throw text.Wrong($"The coordinate system {Api.Texts.Shown(text.Value)} is not offered here.", "one of the allowed values"))
        { Allowed = [.. All.Select(crs => crs.Uri)] };

    /// <summary>A shape of ground positions in this system; positions finer than a centimetre are not kept.</summary>
    public Geometry? Write(Geometry? ground) => ground is null || this == Crs84 ? ground : Mapped(ground, FromGround);

    /// <summary>A shape of this system on the ground.</summary>
    public Geometry Read(Geometry shape) => this == Crs84 ? shape : Mapped(shape, (a, b) => ToGround(a, b));

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
