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

    // A single point on the map is no city: about five kilometres around it are.
    private const double LeastDegrees = 0.05;

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

        if (box.IsNull) return _province;
        box.ExpandBy(Math.Max(0, (LeastDegrees - box.Width) / 2), Math.Max(0, (LeastDegrees - box.Height) / 2));
        return new(Math.Max(-180, box.MinX), Math.Max(-90, box.MinY), Math.Min(180, box.MaxX), Math.Min(90, box.MaxY));
    }
}
