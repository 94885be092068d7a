using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using Microsoft.Extensions.Logging;

namespace CityMap.Grains.Geography;

/// <summary>
/// The districts and streets of the city as this node knows them: read from the layers <c>districts</c> and <c>streets</c>, and read
/// again when an import replaces them. Lookups never wait.
/// </summary>
public sealed class CityGeography(IStore store, ILogger<CityGeography> log)
{
    /// <summary>Id of the layer of administered areas.</summary>
    public const string DistrictsLayer = "districts";

    /// <summary>Id of the layer of streets.</summary>
    public const string StreetsLayer = "streets";

    // Vietnam keeps UTC+7 the whole year; a day begins there, not in Greenwich.
    private static readonly TimeSpan LocalOffset = TimeSpan.FromHours(7);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Ground _ground = new(DistrictIndex.Build([]), AddressIndex.Build([]), -1, -1);

    /// <summary>The districts of every edition.</summary>
    public DistrictIndex Districts => _ground.Districts;

    /// <summary>The named streets.</summary>
    public AddressIndex Streets => _ground.Streets;

    /// <summary>Which district and street a position has.</summary>
    /// <param name="position">The position.</param>
    /// <param name="at">The moment asked about: its day in Lạng Sơn picks the edition.</param>
    public Placement Locate(LonLat position, DateTimeOffset at)
    {
        var ground = _ground;
        var street = ground.Streets.Find(position)?.Name;
        if (ground.Districts.Areas.Count == 0) return new Placement(null, null, street);
        var why = ground.Districts.Find(position, DateOnly.FromDateTime(at.ToOffset(LocalOffset).DateTime));
        var area = why.AreaId is null ? null : new AreaRef(why.AreaId, why.AreaName!);
        var address = street is null ? area?.Name : area is null ? street : $"{street}, {area.Name}";
        return new Placement(area, why, address);
    }

    /// <summary>Reads the layers again if they have changed. Call it after an import; nodes also do it by themselves.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached; the last areas and streets stay in use.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            var layers = (await store.Features.LayersAsync(cancellationToken)).ToDictionary(layer => layer.Id, layer => layer.Version);
            var (areas, streets) = (layers.GetValueOrDefault(DistrictsLayer, -1), layers.GetValueOrDefault(StreetsLayer, -1));
            var ground = _ground;
            if (areas == ground.AreaVersion && streets == ground.StreetVersion) return;
            var districts = areas == ground.AreaVersion ? ground.Districts : DistrictIndex.Build(await AreasAsync(areas >= 0, cancellationToken));
            var named = streets == ground.StreetVersion ? ground.Streets : AddressIndex.Build(await StreetsAsync(streets >= 0, cancellationToken));
            _ground = new Ground(districts, named, areas, streets);
            log.GeographyLoaded(districts.Areas.Count, areas, streets);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<List<Area>> AreasAsync(bool exists, CancellationToken cancellationToken)
    {
        var areas = new List<Area>();
        if (!exists) return areas;
        await foreach (var feature in store.Features.StreamAsync(new FeatureQuery(DistrictsLayer), null, cancellationToken))
        {
            if (AreaFeature.Read(feature) is { } area) areas.Add(area);
        }

        return areas;
    }

    private async Task<List<(string Name, NetTopologySuite.Geometries.Geometry Line)>> StreetsAsync(bool exists, CancellationToken cancellationToken)
    {
        var streets = new List<(string, NetTopologySuite.Geometries.Geometry)>();
        if (!exists) return streets;
        await foreach (var feature in store.Features.StreamAsync(new FeatureQuery(StreetsLayer), null, cancellationToken))
        {
            if (feature["name"] is string name && feature.Geometry is { } line) streets.Add((name, line));
        }

        return streets;
    }

    private sealed record Ground(DistrictIndex Districts, AddressIndex Streets, long AreaVersion, long StreetVersion);
}
