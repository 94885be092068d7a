using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Tiles.Shapes;

/// <summary>
/// Turns shapes into the geometry of one tile (MVT 2.1 §4.3): projected, simplified, cut at the tile and its buffer, rounded.
/// Outer rings run clockwise on screen, holes the other way. Of a mixed collection the parts of the highest dimension are drawn.
/// </summary>
internal sealed class ShapeEncoder(TileAddress tile, int extent, int buffer, double tolerance) : IDisposable
{
    private readonly TileProjection _projection = new(tile, extent, exact: true);
    private readonly Clipping _box = new(-buffer, extent + buffer);
    private readonly CommandWriter _commands = new();
    private readonly Path _path = new();
    private readonly Path _part = new();

    /// <summary>The commands of the last shape.</summary>
    public ReadOnlySpan<byte> Written => _commands.Written;

    /// <summary>How large a shape is in the tile: the longer side of its box, in units.</summary>
    public double Size(Geometry shape)
    {
        var e = shape.EnvelopeInternal;
        return Math.Max(_projection.X(e.MaxX) - _projection.X(e.MinX), _projection.Y(Clamp(e.MinY)) - _projection.Y(Clamp(e.MaxY)));
    }

    /// <summary>Which square of so many units a point lies in.</summary>
    public (int X, int Y) Cell(Point point, double side) =>
        ((int)Math.Floor(_projection.X(point.X) / side), (int)Math.Floor(_projection.Y(Clamp(point.Y)) / side));

    /// <summary>Encodes a shape; false when nothing of it is left in the tile.</summary>
    public bool Encode(Geometry shape, out byte type)
    {
        _commands.Clear();
        type = (byte)((int)shape.Dimension + 1);
        switch (shape.Dimension)
        {
            case Dimension.Point: Points(shape); break;
            case Dimension.Curve: Lines(shape); break;
            case Dimension.Surface: Polygons(shape); break;
            default: return false;
        }

        return _commands.Written.Length > 0;
    }

    public void Dispose() => _commands.Dispose();

    private void Points(Geometry shape)
    {
        _part.Clear();
        foreach (var c in shape.Coordinates)
        {
            var (x, y) = (_projection.X(c.X), _projection.Y(Clamp(c.Y)));
            if (_box.Holds(Math.Round(x), Math.Round(y))) _part.Add(x, y);
        }

        _commands.Points(_part.Points);
    }

    private void Lines(Geometry shape)
    {
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            var part = shape.GetGeometryN(i);
            if (part is LineString line) Line(line);
            else if (part is GeometryCollection nested) Lines(nested);
        }
    }

    private void Line(LineString line)
    {
        Project(line.CoordinateSequence, line.NumPoints);
        Simplification.Simplify(_path, tolerance);
        _part.Clear();
        var points = _path.Points;
        for (var i = 1; i < points.Length; i++)
        {
            if (_box.Segment(points[i - 1], points[i]) is not var (from, to)) continue;
            // A segment that does not go on where the last one ended begins a new part.
            if (_part.Count > 0 && _part.Points[^1] != from) FlushLine();
            if (_part.Count == 0) _part.Add(from.X, from.Y);
            _part.Add(to.X, to.Y);
        }

        FlushLine();
    }

    private void FlushLine()
    {
        _commands.Line(_part.Points);
        _part.Clear();
    }

    private void Polygons(Geometry shape)
    {
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            var part = shape.GetGeometryN(i);
            if (part is Polygon polygon) Polygon(polygon);
            else if (part is GeometryCollection nested) Polygons(nested);
        }
    }

    private void Polygon(Polygon polygon)
    {
        if (!Ring(polygon.Shell, outer: true)) return;
        foreach (var hole in polygon.Holes) Ring(hole, outer: false);
    }

    private bool Ring(LineString ring, bool outer)
    {
        Project(ring.CoordinateSequence, ring.NumPoints);
        Simplification.Simplify(_path, tolerance);
        _path.Trim(Math.Max(_path.Count - 1, 0));
        var inside = true;
        foreach (var (x, y) in _path.Points) inside &= _box.Holds(x, y);
        if (!inside) _box.Ring(_path);
        return _commands.Ring(_path.Points, outer);
    }

    private void Project(CoordinateSequence points, int count)
    {
        _path.Clear();
        for (var i = 0; i < count; i++) _path.Add(_projection.X(points.GetX(i)), _projection.Y(Clamp(points.GetY(i))));
    }

    private static double Clamp(double lat) => Math.Clamp(lat, -WebMercator.MaxLatitude, WebMercator.MaxLatitude);
}
