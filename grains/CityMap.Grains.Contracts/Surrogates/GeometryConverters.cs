using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityMap.Grains.Contracts.Surrogates;

/// <summary>Turns one kind of geometry into what travels, and back. Orleans asks for a converter per concrete type.</summary>
public abstract class GeometryConverter<T> : IConverter<T, GeometrySurrogate>
    where T : Geometry
{
    /// <inheritdoc/>
    public T ConvertFromSurrogate(in GeometrySurrogate surrogate) => (T)Shape(new WKBReader().Read(surrogate.Wkb));

    /// <inheritdoc/>
    public GeometrySurrogate ConvertToSurrogate(in T value) => new() { Wkb = value.ToBinary() };

    // Well-known binary has no rings of their own: they come back as lines.
    private static Geometry Shape(Geometry read) =>
        typeof(T) == typeof(LinearRing) ? new LinearRing(read.Coordinates) : read;
}

/// <inheritdoc/>
[RegisterConverter]
public sealed class PointConverter : GeometryConverter<Point>;

/// <inheritdoc/>
[RegisterConverter]
public sealed class LineStringConverter : GeometryConverter<LineString>;

/// <inheritdoc/>
[RegisterConverter]
public sealed class LinearRingConverter : GeometryConverter<LinearRing>;

/// <inheritdoc/>
[RegisterConverter]
public sealed class PolygonConverter : GeometryConverter<Polygon>;

/// <inheritdoc/>
[RegisterConverter]
public sealed class MultiPointConverter : GeometryConverter<MultiPoint>;

/// <inheritdoc/>
[RegisterConverter]
public sealed class MultiLineStringConverter : GeometryConverter<MultiLineString>;

/// <inheritdoc/>
[RegisterConverter]
public sealed class MultiPolygonConverter : GeometryConverter<MultiPolygon>;

/// <inheritdoc/>
[RegisterConverter]
public sealed class GeometryCollectionConverter : GeometryConverter<GeometryCollection>;
