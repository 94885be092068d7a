namespace CityMap.Geo.Formats.Shapefile;

/// <summary>The kinds of shapes (ESRI Shapefile Technical Description, July 1998, p. 4); those with heights are 10 more, those with measures 20 more.</summary>
internal enum ShapeType
{
    Null = 0,
    Point = 1,
    PolyLine = 3,
    Polygon = 5,
    MultiPoint = 8,
    PointZ = 11,
    PolyLineZ = 13,
    PolygonZ = 15,
    MultiPointZ = 18,
    PointM = 21,
    PolyLineM = 23,
    PolygonM = 25,
    MultiPointM = 28,
    MultiPatch = 31,
}
