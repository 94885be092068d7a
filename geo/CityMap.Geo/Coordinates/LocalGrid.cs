using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace CityMap.Geo.Coordinates;

/// <summary>
/// A plane in metres laid through the middle of what is looked at: transverse Mercator on WGS 84 around its own meridian with scale 1. It keeps angles, so that
/// a circle is a circle; lengths are right on the meridian and too long by <see cref="LargestError"/> at most. Distances measured here are as the crow flies.
/// </summary>
public sealed class LocalGrid
{
    /// <summary>How far from the meridian anything may lie, degrees.</summary>
    public const double Reach = 3;

    // A degree line between two far positions bends away from the straight one on the plane: by 8 mm for a kilometre.
    private const double LongestEdge = 0.01;

    private readonly MathTransform _toPlane;
    private readonly MathTransform _toGround;

    private LocalGrid(Envelope extent)
    {
        Meridian = Math.Round(extent.Centre.X, 6);
        var x = extent.Width / 2 * (Math.PI / 180) * Math.Cos(Math.Min(Math.Abs(extent.MinY), Math.Abs(extent.MaxY)) * (Math.PI / 180));
        LargestError = x * x / 2;
        var system = CrsDefinitions.Around(Meridian);
        var factory = new CoordinateTransformationFactory();
        _toPlane = factory.CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, system).MathTransform;
        _toGround = factory.CreateFromCoordinateSystems(system, GeographicCoordinateSystem.WGS84).MathTransform;
    }

    /// <summary>The meridian it lies around, degrees east.</summary>
    public double Meridian { get; }

    /// <summary>By what share lengths are too long at its edges, at most: 0.0001 is a centimetre in a hundred metres.</summary>
    public double LargestError { get; }

    /// <summary>The grid for what lies in a box of WGS 84 degrees; null when it is wider than twice <see cref="Reach"/>.</summary>
    public static LocalGrid? Around(Envelope extent) => extent.Width > 2 * Reach ? null : new(extent.IsNull ? new Envelope(0, 0, 0, 0) : extent);

    /// <summary>A shape of the ground (WGS 84 degrees) in metres, east before north; long edges get positions in between.</summary>
    public Geometry ToPlane(Geometry ground) => ShapeMapping.Map(Fine(ground), (lon, lat) => _toPlane.Transform(lon, lat));

    /// <summary>A shape of the plane in WGS 84 degrees, SRID 4326.</summary>
    public Geometry ToGround(Geometry plane)
    {
        var ground = ShapeMapping.Map(plane, (x, y) => _toGround.Transform(x, y));
        ground.SRID = 4326;
        return ground;
    }

    private static Geometry Fine(Geometry shape)
    {
        if (shape.Dimension == Dimension.Point || shape.EnvelopeInternal is { Width: <= LongestEdge, Height: <= LongestEdge }) return shape;
        return new Densifier(shape) { DistanceTolerance = LongestEdge, Validate = false }.GetResultGeometry();
    }
}
