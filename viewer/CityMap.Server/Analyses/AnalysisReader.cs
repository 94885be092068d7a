using CityMap.Geo.Analyses;
using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api;
using CityMap.Server.Api.Areas;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Analyses;

/// <summary>Reads the layers of an analysis: of areas those in force today, of all no more than fits.</summary>
internal sealed class AnalysisReader(IStore store, TimeProvider time)
{
    /// <summary>The most features of one layer.</summary>
    public const int MostFeatures = 200_000;

    /// <summary>The most positions of one layer.</summary>
    public const int MostPositions = 4_000_000;

    /// <summary>The layer of a source and what is asked of it.</summary>
    /// <exception cref="ProblemException">There is no such layer, or the filter does not fit it.</exception>
    public async Task<(LayerInfo Layer, FeatureQuery Query)> FindAsync(AnalysisSource source, string role, Audience audience, CancellationToken cancellationToken)
    {
        var layer = (await store.Features.LayersAsync(cancellationToken)).FirstOrDefault(layer => layer.Id == source.Layer)
            ?? throw new ProblemException("unknown_layer", $"{role}.layer", $"There is no layer {Texts.Shown(source.Layer)}.", "the id of a layer, from /api/layers");
        var inForce = AreaDays.InForce(layer, AreaDays.Of(time.GetUtcNow()));
        var stated = source.Filter is { } text ? Filter(layer, text, role) : null;
        return (layer, new(layer.Id)
        {
            Audience = audience,
            Filter = (stated, inForce) switch { (null, var only) => only, (var only, null) => only, var (both, days) => new And([both, days]) },
        });
    }

    /// <summary>How many features a source has.</summary>
    public async Task<long> CountAsync(FeatureQuery query, CancellationToken cancellationToken) =>
        (await store.Features.CountAsync(query, [], cancellationToken)).Rows.Sum(row => row.Count);

    /// <summary>Reads a source whole.</summary>
    /// <exception cref="ProblemException">It is too large.</exception>
    public async Task<(AnalysisInput Input, InputMark Mark)> ReadAsync(LayerInfo layer, FeatureQuery query, string role, CancellationToken cancellationToken)
    {
        Check(await CountAsync(query, cancellationToken), role);
        var (features, positions, sequence) = (new List<Feature>(), 0L, 0L);
        await foreach (var feature in store.Features.StreamAsync(query, at => sequence = at, cancellationToken))
        {
            features.Add(feature);
            positions += feature.Geometry?.NumPoints ?? 0;
            if (positions > MostPositions) throw TooLarge(role, $"It has more than {MostPositions:N0} positions");
        }

        features.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return (new(layer, features), new(role, layer.Id, layer.Version, sequence, layer.UpdatedAt, features.Count));
    }

    /// <summary>Refuses what is too large.</summary>
    /// <exception cref="ProblemException">It is.</exception>
    public static void Check(long count, string role)
    {
        if (count > MostFeatures) throw TooLarge(role, $"It has {count:N0} features");
    }

    private static ProblemException TooLarge(string role, string how) =>
        new("analysis_too_large", $"{role}.filter", $"{how}, and an analysis takes {MostFeatures:N0} at most.", "a filter that takes fewer");

    private static Cql2Expression Filter(LayerInfo layer, string text, string role)
    {
        try
        {
            var filter = Cql2Filter.FromText(text);
            _ = Cql2Check.Bind(layer, filter);
            return filter;
        }
        catch (Cql2Exception wrong)
        {
            throw new ProblemException("invalid_filter", $"{role}.filter", wrong.Message, "a filter in CQL2 over the fields of the layer");
        }
    }
}
