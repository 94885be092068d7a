using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Indexing;

/// <summary>A plain box in any unit, edges included. Unlike <see cref="Bounds"/> it never crosses the antimeridian and is not checked.</summary>
internal readonly record struct Box(double MinX, double MinY, double MaxX, double MaxY)
{
    public static Box Of(Envelope e) => new(e.MinX, e.MinY, e.MaxX, e.MaxY);

    public static Box Of(Bounds b) => new(b.West, b.South, b.East, b.North);

    public bool Contains(double x, double y) => x >= MinX && x <= MaxX && y >= MinY && y <= MaxY;

    public bool Meets(in Box other) => MinX <= other.MaxX && other.MinX <= MaxX && MinY <= other.MaxY && other.MinY <= MaxY;

    public bool Holds(in Box other) => MinX <= other.MinX && other.MaxX <= MaxX && MinY <= other.MinY && other.MaxY <= MaxY;
}
