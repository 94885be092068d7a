using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Exports;
using CityMap.Geo.Layers;

namespace CityMap.Server.Api.Layers.Export;

/// <summary>What is written down: every feature that matches, read from the store in one snapshot.</summary>
/// <param name="Store">Where from.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Query">What of it.</param>
/// <param name="Crs">In which coordinate system.</param>
/// <param name="Moment">The moment that is shown.</param>
internal sealed record LayerExportJob(IFeatureStore Store, LayerInfo Layer, FeatureQuery Query, Crs Crs, DateTimeOffset Moment)
{
    /// <summary>The features, one by one.</summary>
    public IAsyncEnumerable<Feature> Features(CancellationToken cancellationToken) => Store.StreamAsync(Query, null, cancellationToken);

    /// <summary>A first reading, for formats that must know what comes.</summary>
    public async Task<LayerSurvey> SurveyAsync(CancellationToken cancellationToken)
    {
        var survey = new LayerSurvey(Layer.Fields);
        await foreach (var feature in Features(cancellationToken)) survey.Take(feature);
        return survey;
    }
}
