using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Analyses;

/// <summary>What is read of one layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Features">Those that were asked for, in the order of their ids; features without a place are left out by whoever works on them.</param>
public sealed record AnalysisInput(LayerInfo Layer, IReadOnlyList<Feature> Features)
{
    /// <summary>Where the features lie, WGS 84 degrees.</summary>
    public Envelope Extent
    {
        get
        {
            var extent = new Envelope();
            foreach (var feature in Features) extent.ExpandToInclude(feature.Geometry?.EnvelopeInternal ?? new Envelope());
            return extent;
        }
    }

    /// <summary>The features with a place, each in metres on the plane.</summary>
    internal IEnumerable<(Feature Feature, Geometry Shape)> On(LocalGrid grid, CancellationToken cancellationToken)
    {
        foreach (var feature in Features)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (feature.Geometry is { IsEmpty: false } shape) yield return (feature, grid.ToPlane(shape));
        }
    }
}
