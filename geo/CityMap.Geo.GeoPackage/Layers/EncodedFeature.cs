using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Values;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>A checked feature in the form it is stored in; made on the caller's thread so that the writer only writes.</summary>
internal sealed class EncodedFeature
{
    public EncodedFeature(LayerTable layer, Feature feature)
    {
        Layer = layer;
        Id = feature.Id;
        Blob = feature.Geometry is { } geometry ? GeometryBlob.Write(geometry, layer.Promotes) : null;
        Box = feature.Geometry?.EnvelopeInternal;
        IsManyPoints = layer.Info.Geometry == GeometryKind.Point && feature.Geometry is MultiPoint;
        Values = new object?[layer.Info.Fields.Count];
        for (var i = 0; i < Values.Length; i++) Values[i] = StoredText.OfValue(feature.Attributes.GetValueOrDefault(layer.Info.Fields[i].Name));
    }

    public LayerTable Layer { get; }

    public string Id { get; }

    public byte[]? Blob { get; }

    public Envelope? Box { get; }

    /// <summary>True for several points in a layer of points: the layer can then no longer declare POINT.</summary>
    public bool IsManyPoints { get; }

    public object?[] Values { get; }

    /// <summary>Binds geom, id and the fields.</summary>
    public Statement BindTo(Statement statement) => statement.Bind(Blob).Bind(Id).BindAll(Values.AsSpan());
}
