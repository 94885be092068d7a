using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Viewer.Data;
using NetTopologySuite.Geometries;

namespace CityMap.Viewer.Desktop;

/// <summary>A drawn feature back as a feature of the store, to be kept in a pack.</summary>
public static class PackFeature
{
    /// <summary>The feature in WGS 84. Of an area with several rings, those that turn the other way than the first are its holes.</summary>
    public static Feature Of(MapFeature feature) => new(feature.Id, Shape(feature), feature.Attributes);

    private static Geometry Shape(MapFeature feature)
    {
        var parts = Enumerable.Range(0, feature.Starts.Length).Select(part => Part(feature, part)).ToList();
        if (feature.Kind == ShapeKind.Point) return parts.Count == 1 ? new Point(parts[0][0]) : new MultiPoint([.. parts.Select(p => new Point(p[0]))]);
        if (feature.Kind == ShapeKind.Line) return parts.Count == 1 ? new LineString(parts[0]) : new MultiLineString([.. parts.Select(p => new LineString(p))]);
        var rings = parts.ConvertAll(p => new LinearRing(p));
        var holes = rings.Where(r => r.IsCCW != rings[0].IsCCW).ToList();
        var areas = rings.Where(r => r.IsCCW == rings[0].IsCCW).Select(r => new Polygon(r, [.. holes.Where(h => r.EnvelopeInternal.Contains(h.EnvelopeInternal))])).ToArray();
        return areas.Length == 1 ? areas[0] : new MultiPolygon(areas);
    }

    private static Coordinate[] Part(MapFeature feature, int part)
    {
        var (first, end) = feature.Part(part);
        var points = new Coordinate[end - first];
        for (var i = 0; i < points.Length; i++)
        {
            var (x, y) = (feature.Xy[2 * (first + i)], feature.Xy[(2 * (first + i)) + 1]);
            points[i] = new((x - 0.5) * 360, WebMercator.Lat((0.5 - y) * 2 * WebMercator.HalfWorld));
        }

        return points;
    }
}
