using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Sources;

/// <summary>Brings geometry from the coordinate system of a file to WGS 84, longitude first, SRID 4326.</summary>
/// <param name="crs">The system the numbers are in, east before north.</param>
public sealed class Placement(Crs crs)
{
    /// <summary>What all geometry read here is made with.</summary>
    public static GeometryFactory Factory { get; } = new(new PrecisionModel(), 4326);

    /// <summary>The system.</summary>
    public Crs Crs { get; } = crs;

    /// <summary>Moves a geometry in place; null when every position lies on the ground, else one sentence about the first that does not.</summary>
    public string? Move(Geometry geometry)
    {
        var step = new Step(Crs);
        geometry.Apply(step);
        geometry.SRID = 4326;
        return step.Problem;
    }

    /// <summary>Moves one position.</summary>
    /// <param name="x">East, or longitude, as the file has it.</param>
    /// <param name="y">North, or latitude.</param>
    /// <param name="lon">Longitude in WGS 84 degrees.</param>
    /// <param name="lat">Latitude in WGS 84 degrees.</param>
    /// <returns>What is wrong with it; null when it lies on the ground.</returns>
    public string? Move(double x, double y, out double lon, out double lat)
    {
        if (Crs.Code == CrsCatalogue.Wgs84.Code)
        {
            (lon, lat) = (x, y);
            return CoordinateProblem.Find(x, y)?.Reason;
        }

        (lon, lat) = (double.NaN, double.NaN);
        if (!double.IsFinite(x) || !double.IsFinite(y)) return "The coordinates are not finite numbers.";
        (lon, lat) = Crs.ToGround(x, y);
        if (CoordinateProblem.Find(lon, lat) is not null) return FormattableString.Invariant($"The coordinates ({x:0.###}, {y:0.###}) cannot be in {Crs}.");
        return Crs.Covers(lon, lat) ? null : FormattableString.Invariant($"In {Crs} the coordinates ({x:0.###}, {y:0.###}) would lie at {lon:0.###}, {lat:0.###}, far from where it is used ({Crs.Places}).");
    }

    private sealed class Step(Crs crs) : ICoordinateSequenceFilter
    {
        private readonly Placement _placement = new(crs);

        public string? Problem { get; private set; }

        public bool Done => Problem is not null;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            Problem = _placement.Move(seq.GetX(i), seq.GetY(i), out var lon, out var lat);
            if (Problem is not null) return;
            seq.SetX(i, lon);
            seq.SetY(i, lat);
        }
    }
}
