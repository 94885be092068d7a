using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.City;

/// <summary>Where the city is: its districts, else whatever is on the map, else the province of Lạng Sơn.</summary>
internal sealed class CityBounds(CityGeography geography, LayerBounds layers)
{
    // The province with a little air around it (source: the boundaries of 2025).
    private static readonly Bounds _province = new(106.0, 21.3, 107.4, 22.5);

    /// <summary>Finds the bounds.</summary>
    public async Task<Bounds> FindAsync(IReadOnlyList<LayerInfo> catalogue, CancellationToken cancellationToken)
    {
        var box = new Envelope();
        foreach (var area in geography.Districts.Areas) box.ExpandToInclude(area.Shape.EnvelopeInternal);
        if (!box.IsNull) return new(box.MinX, box.MinY, box.MaxX, box.MaxY);
        foreach (var layer in catalogue)
        {
            if (await layers.OfAsync(layer, cancellationToken) is not { } found) continue;
            box.ExpandToInclude(new Envelope(found.West, found.East, found.South, found.North));
        }

        return box.IsNull ? _province : new(box.MinX, box.MinY, box.MaxX, box.MaxY);
    }
}
