using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Storage;

/// <summary>What a feature must be to be stored in a layer; the same for every store.</summary>
public static class FeatureRules
{
    /// <summary>The longest id.</summary>
    public const int LongestId = 128;

    /// <summary>Looks at one feature; null means it can be stored, else one sentence says why not.</summary>
    public static string? FindProblem(LayerInfo layer, Feature feature)
    {
        if (FindIdProblem(feature.Id) is { } problem) return problem;
        if (feature.Geometry is { } geometry && FindGeometryProblem(layer, geometry) is { } wrong) return $"Feature {feature.Id}: {wrong}";

        var known = 0;
        foreach (var field in layer.Fields)
        {
            if (!feature.Attributes.TryGetValue(field.Name, out var value)) continue;
            known++;
            if (value is not null && ValueRules.FindProblem(field.Type, value) is { } reason) return $"Feature {feature.Id}: {field.Name} {reason}.";
        }

        if (known < feature.Attributes.Count)
        {
            var unknown = feature.Attributes.Keys.First(name => layer.Fields.All(f => f.Name != name));
            return $"Feature {feature.Id}: the layer {layer.Id} has no field {unknown}.";
        }

        return null;
    }

    /// <summary>Looks at an id; null means it is one.</summary>
    public static string? FindIdProblem(string id) =>
        id.Length is 0 or > LongestId ? $"An id has 1 to {LongestId} characters, not {id.Length}."
        : id.Any(c => c == '/' || char.IsControl(c)) ? "An id holds no slash and no control character."
        : ValueRules.FindTextProblem(id) is { } problem ? $"An id {problem}."
        : !id.IsNormalized() ? "An id is composed text (NFC): two ids that look the same must be the same."
        : null;

    private static string? FindGeometryProblem(LayerInfo layer, Geometry geometry)
    {
        var fits = layer.Geometry switch
        {
            GeometryKind.Point => geometry is Point or MultiPoint,
            GeometryKind.Line => geometry is LineString or MultiLineString,
            GeometryKind.Polygon => geometry is Polygon or MultiPolygon,
            _ => true,
        };
        if (!fits) return $"the layer {layer.Id} holds no {geometry.GeometryType}.";
        if (geometry.IsEmpty) return "the geometry is empty.";

        var check = new PositionCheck();
        geometry.Apply(check);
        return check.Problem?.Reason;
    }

    private sealed class PositionCheck : ICoordinateSequenceFilter
    {
        public CoordinateProblem? Problem { get; private set; }

        public bool Done => Problem is not null;

        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence seq, int i) => Problem = CoordinateProblem.Find(seq.GetX(i), seq.GetY(i));
    }
}
