using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Exports;
using CityMap.Geo.Layers;

namespace CityMap.Server.Api.Layers.Export;

/// <summary>What is written down: every feature that matches, as often as it is read from one snapshot of the store.</summary>
/// <param name="Reading">What of the layer, in its snapshot.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Crs">In which coordinate system.</param>
/// <param name="Moment">The moment that is shown.</param>
internal sealed record LayerExportJob(IFeatureReading Reading, LayerInfo Layer, Crs Crs, DateTimeOffset Moment)
{
    /// <summary>The features, one by one.</summary>
    public IAsyncEnumerable<Feature> Features(CancellationToken cancellationToken) => Reading.FeaturesAsync(cancellationToken);

    /// <summary>A first reading, for formats that must know what comes; the second has the same.</summary>
    public async Task<LayerSurvey> SurveyAsync(CancellationToken cancellationToken)
    {
        var survey = new LayerSurvey(Layer.Fields);
        await foreach (var feature in Features(cancellationToken)) survey.Take(feature);
        return survey;
    }
}
