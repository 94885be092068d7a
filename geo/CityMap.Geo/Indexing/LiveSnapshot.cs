using CityMap.Geo.Coordinates;
using CityMap.Geo.Filtering;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Indexing;

/// <summary>A live layer at one sequence number. Immutable. A query's <see cref="FeatureQuery.AsOf"/> must be null: the past is in the store.</summary>
public sealed class LiveSnapshot
{
    private readonly Feature[] _features;

    internal LiveSnapshot(LayerInfo layer, long sequence, Feature[] features) => (Layer, Sequence, _features) = (layer, sequence, features);

    /// <summary>The layer.</summary>
    public LayerInfo Layer { get; }

    /// <summary>The journal sequence number it is true at.</summary>
    public long Sequence { get; }

    /// <summary>How many features there are.</summary>
    public int Total => _features.Length;

    /// <summary>One feature by its id, or null.</summary>
    public Feature? Find(string id) => Array.Find(_features, f => f.Id == id);

    /// <summary>One page in the order asked for, with the exact count.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public FeaturePage Query(FeatureQuery query)
    {
        var matches = Stream(query).OrderBy(f => f.Id, StringComparer.Ordinal).ToList();
        return new([.. matches.Take(query.Limit)], matches.Count, null, Sequence);
    }

    /// <summary>Every match, unordered; limit, order and after are ignored.</summary>
    public IEnumerable<Feature> Stream(FeatureQuery query)
    {
        var predicate = FeaturePredicate.Of(Layer, query.Where, query.Audience);
        return _features.Where(f => predicate.Matches(f)
            && (query.Within is null || (f.Geometry is Point p && query.Within.Value.Contains(new(p.X, p.Y)))));
    }

    /// <summary>How many match.</summary>
    public long CountMatches(FeatureQuery query) => Stream(query).LongCount();

    /// <summary>Counts by the values of some fields.</summary>
    public FeatureCounts CountBy(FeatureQuery query, IReadOnlyList<string> by) => new(
        [.. Stream(query).GroupBy(f => string.Join('\u001f', by.Select(b => f[b]))).Select(g => new FeatureCount([.. by.Select(b => g.First()[b])], g.LongCount()))],
        Sequence);

    /// <summary>The nearest matches of a place, nearest first.</summary>
    public IReadOnlyList<NearFeature> Nearest(LonLat p, int count, FeatureQuery query, double withinMetres = double.PositiveInfinity)
    {
        var scale = GroundScale.At(p.Lat);
        return [.. Stream(query).Where(f => f.Geometry is not null).Select(f =>
            {
                var c = f.Geometry!.Coordinate;
                return new NearFeature(f, double.Hypot((c.X - p.Lon) * scale.LonMetres, (c.Y - p.Lat) * scale.LatMetres));
            }).Where(n => n.Metres <= withinMetres).OrderBy(n => n.Metres).Take(count)];
    }
}
