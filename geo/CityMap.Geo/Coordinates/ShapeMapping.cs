using NetTopologySuite.Geometries;

namespace CityMap.Geo.Coordinates;

/// <summary>Brings shapes from one coordinate system to another, position by position: straight edges stay straight edges.</summary>
public static class ShapeMapping
{
    /// <summary>A copy of a shape with every position mapped; heights and measures are kept.</summary>
    /// <param name="shape">The shape; not changed.</param>
    /// <param name="map">From east and north in the one system to east and north in the other.</param>
    public static Geometry Map(Geometry shape, Func<double, double, (double X, double Y)> map)
    {
        var copy = shape.Copy();
        copy.Apply(new Step(map));
        copy.GeometryChanged();
        return copy;
    }

    private sealed class Step(Func<double, double, (double X, double Y)> map) : ICoordinateSequenceFilter
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
