using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace CityMap.Geo.Coordinates;

/// <summary>
/// The shift between VN-2000 and WGS 84, chosen as PROJ chooses it: EPSG:5194 in the Mekong delta and around Ho Chi Minh City, EPSG:6960 in the
/// rest of Vietnam. Both are good to a metre; where they meet they differ by about 0.8 m.
/// </summary>
internal static class Vn2000Shift
{
    // The area of use of EPSG:5194.
    private static readonly Bounds DeltaArea = new(104.24, 9.35, 107.11, 11.04);

    // EPSG gives the rotations as a coordinate frame rotation (method 9607), ProjNET turns the position vector: the signs change.
    private static readonly Pair Country = new(new(-191.90441429, -39.30318279, -111.45032835, 0.00928836, -0.01975479, 0.00427372, 0.252906278));
    private static readonly Pair Delta = new(new(-192.873, -39.382, -111.202, -0.00205, -0.0005, 0.00335, 0.0188));

    /// <summary>VN-2000 degrees to WGS 84 degrees.</summary>
    public static (double Lon, double Lat) ToGround(double lon, double lat) => At(lon, lat).ToGround.Transform(lon, lat);

    /// <summary>WGS 84 degrees to VN-2000 degrees.</summary>
    public static (double Lon, double Lat) FromGround(double lon, double lat) => At(lon, lat).FromGround.Transform(lon, lat);

    private static Pair At(double lon, double lat) =>
        lon >= DeltaArea.West && lon <= DeltaArea.East && lat >= DeltaArea.South && lat <= DeltaArea.North ? Delta : Country;

    private sealed class Pair
    {
        public Pair(Wgs84ConversionInfo parameters)
        {
            var factory = new CoordinateTransformationFactory();
            var degrees = CrsDefinitions.Degrees(parameters);
            ToGround = factory.CreateFromCoordinateSystems(degrees, GeographicCoordinateSystem.WGS84).MathTransform;
            FromGround = factory.CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, degrees).MathTransform;
        }

        public MathTransform ToGround { get; }

        public MathTransform FromGround { get; }
    }
}
