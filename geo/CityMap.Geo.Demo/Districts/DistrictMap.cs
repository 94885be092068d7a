using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Demo.Districts;

/// <summary>The districts of the demo city: a gap-free partition whose neighbours share every border vertex.</summary>
internal static class DistrictMap
{
    /// <summary>The edition all of them belong to.</summary>
    public const string Edition = "2025";

    /// <summary>One polygon per commune.</summary>
    public static IReadOnlyList<Feature> Draw(long seed, River river)
    {
        // A border too wild for its corner would cross its neighbour; then all of them are drawn calmer.
        for (var wildness = 0.17; ; wildness *= 0.5)
        {
            var graph = new BorderGraph(seed, river, wildness);
            var features = Commune.All.Select(c => Feature(c, Plane.Polygon(graph.Ring(c)))).ToArray();
            if (wildness < 0.01 || Lawful(features)) return features;
        }
    }

    private static bool Lawful(Feature[] features)
    {
        foreach (var f in features)
        {
            if (!f.Geometry!.IsValid) return false;
        }

        for (var i = 0; i < features.Length; i++)
        {
            for (var j = i + 1; j < features.Length; j++)
            {
                var (a, b) = (features[i].Geometry!, features[j].Geometry!);
                if (a.EnvelopeInternal.Intersects(b.EnvelopeInternal) && a.Relate(b, "T********")) return false;
            }
        }

        return true;
    }

    private static Feature Feature(Commune c, Geometry shape) => new($"{c.Code}@{Edition}", shape, new Dictionary<string, object?>
    {
        ["code"] = c.Code,
        ["name_vi"] = (c.Ward ? "Phường " : "Xã ") + c.Name,
        ["name_en"] = c.NameEn + (c.Ward ? " Ward" : " Commune"),
        ["kind"] = c.Ward ? "ward" : "commune",
        ["edition"] = Edition,
        ["valid_from"] = "2025-07-01",
        ["valid_to"] = null,
    });
}
