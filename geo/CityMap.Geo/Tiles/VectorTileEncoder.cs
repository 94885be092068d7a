using CityMap.Geo.Layers;
using CityMap.Geo.Tiles.Shapes;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Tiles;

/// <summary>Writes features as vector tiles (Mapbox Vector Tile 2.1), one layer to a tile, attributes and <c>id</c> as properties.</summary>
public static class VectorTileEncoder
{
    private const double PixelUnits = 8;

    /// <summary>The tile of a layer; no bytes when nothing of it lies there.</summary>
    /// <param name="tile">Which tile.</param>
    /// <param name="layer">Names the tile's layer and says which attributes become properties, in order.</param>
    /// <param name="features">Features that may lie in the tile or its buffer (<see cref="TileAddress.BoundsWithMargin"/>), in drawing order.</param>
    /// <param name="options">Extent, buffer and thinning.</param>
    public static byte[] Encode(TileAddress tile, LayerInfo layer, IEnumerable<Feature> features, VectorTileOptions? options = null)
    {
        options ??= new();
        var thin = options.Thin && tile.Z < layer.MaxZoom;
        using var writer = new TileLayerWriter(layer.Id, options.Extent);
        using var shapes = new ShapeEncoder(tile, options.Extent, options.Buffer, thin ? PixelUnits / 2 : 0);
        var taken = new HashSet<(int, int)>();
        var tags = new uint[2 * (layer.Fields.Count + 1)];
        foreach (var feature in features)
        {
            if (feature.Geometry is not { IsEmpty: false } shape) continue;
            if (thin && TooSmall(shape, shapes, taken)) continue;
            if (!shapes.Encode(shape, out var type)) continue;
            writer.Feature(type, shapes.Written, tags.AsSpan(0, Tags(feature, layer, writer, tags)));
        }

        return writer.Finish();
    }

    private static bool TooSmall(Geometry shape, ShapeEncoder shapes, HashSet<(int, int)> taken)
    {
        if (shape is not Point point) return shapes.Size(shape) < PixelUnits && shape.Dimension != Dimension.Point;
        return !taken.Add(shapes.Cell(point, 2 * PixelUnits));
    }

    private static int Tags(Feature feature, LayerInfo layer, TileLayerWriter writer, Span<uint> tags)
    {
        (tags[0], tags[1]) = (writer.Key("id"), (uint)writer.Values.Text(feature.Id));
        var count = 2;
        foreach (var field in layer.Fields)
        {
            if (feature[field.Name] is not { } value) continue;
            (tags[count], tags[count + 1]) = (writer.Key(field.Name), (uint)writer.Values.Any(value));
            count += 2;
        }

        return count;
    }
}
