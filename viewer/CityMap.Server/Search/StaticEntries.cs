using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Searching;
using CityMap.Geo.Storage;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Districts;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Search;

/// <summary>Reads what can be found of the static layers: areas, streets, named places and the layers themselves.</summary>
internal sealed class StaticEntries(IStore store, CityGeography geography, TimeProvider time)
{
    /// <summary>A layer of more features is a register, not places that people know by name: it has its own list and filters.</summary>
    private const int MostNames = 100_000;

    private static readonly TimeSpan _localOffset = TimeSpan.FromHours(7);
    private readonly Dictionary<string, (long Version, IReadOnlyList<SearchEntry> Entries)> _read = new(StringComparer.Ordinal);
    private long _areas = -1;

    /// <summary>Everything, by kind; layers that have not changed since are not read again. One caller at a time.</summary>
    public async Task<IReadOnlyDictionary<SearchKind, IReadOnlyList<SearchEntry>>> ReadAsync(CancellationToken cancellationToken)
    {
        await geography.RefreshAsync(cancellationToken);
        var layers = await store.Features.LayersAsync(cancellationToken);
        var areas = layers.FirstOrDefault(layer => layer.Id == CityGeography.DistrictsLayer)?.Version ?? -1;
        // Every place says in which district it lies.
        if (areas != _areas) _read.Clear();
        _areas = areas;
        var places = new List<SearchEntry>();
        IReadOnlyList<SearchEntry> streets = [];
        foreach (var layer in layers.Where(layer => !layer.Live && layer.Id != CityGeography.DistrictsLayer))
        {
            var entries = await LayerAsync(layer, cancellationToken);
            if (layer.Id == CityGeography.StreetsLayer) streets = entries;
            else places.AddRange(entries);
        }

        return new Dictionary<SearchKind, IReadOnlyList<SearchEntry>>
        {
            [SearchKind.Area] = [.. Areas()],
            [SearchKind.Street] = streets,
            [SearchKind.Place] = places,
            [SearchKind.Layer] = [.. layers.Select(layer => new SearchEntry(layer.Id, layer.Title.Vi) { OtherName = layer.Title.En, Where = layer.Owner, Code = layer.Group })],
        };
    }

    private IEnumerable<SearchEntry> Areas()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(_localOffset).DateTime);
        return geography.Districts.Areas.Where(area => area.InForce(today)).Select(area => new SearchEntry(area.Id, area.NameVi)
        {
            OtherName = area.NameEn,
            Keywords = area.Code,
            Position = SearchEntries.At(area.Shape),
            Extent = SearchEntries.Extent(area.Shape),
            Code = area.Kind,
        });
    }

    private async Task<IReadOnlyList<SearchEntry>> LayerAsync(LayerInfo layer, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(layer.Id, out var known) && known.Version == layer.Version) return known.Entries;
        var names = new[] { "name", "name_vi", "ten" }.FirstOrDefault(name => layer.Fields.Any(field => field.Name == name && field.Type == FieldType.Text));
        IReadOnlyList<SearchEntry> entries = names is null ? [] : [.. Named(layer, await PiecesAsync(layer, names, cancellationToken))];
        _read[layer.Id] = (layer.Version, entries);
        return entries;
    }

    // Only what is kept of a feature: a layer is larger than what is found of it.
    private async Task<List<Piece>> PiecesAsync(LayerInfo layer, string names, CancellationToken cancellationToken)
    {
        var pieces = new List<Piece>();
        if (layer.Count > MostNames) return pieces;
        await foreach (var feature in store.Features.StreamAsync(new(layer.Id), null, cancellationToken))
        {
            if (feature[names] is not string name || string.IsNullOrWhiteSpace(name) || feature.Geometry is not { IsEmpty: false } shape) continue;
            pieces.Add(new(feature.Id, name, feature["name_en"] as string, SearchEntries.At(shape)!.Value, shape.Length + shape.Area, shape.EnvelopeInternal));
        }

        return pieces;
    }

    // A street, a river, is many pieces in a layer; people know one of each name in each district.
    private IEnumerable<SearchEntry> Named(LayerInfo layer, IEnumerable<Piece> found)
    {
        foreach (var pieces in found.GroupBy(piece => (piece.Name, District: geography.Districts.FindId(piece.At))))
        {
            var best = pieces.MaxBy(piece => piece.Size)!;
            var box = new Envelope();
            foreach (var piece in pieces) box.ExpandToInclude(piece.Box);
            yield return new($"{layer.Id}/{best.Id}", pieces.Key.Name)
            {
                OtherName = best.OtherName,
                Where = pieces.Key.District is { } district ? geography.NameOf(district) : null,
                Keywords = $"{layer.Title.Vi} {layer.Title.En}",
                Position = best.At,
                Extent = box.Width + box.Height > 0 ? new(box.MinX, box.MinY, box.MaxX, box.MaxY) : null,
                Code = layer.Id,
            };
        }
    }

    private sealed record Piece(string Id, string Name, string? OtherName, LonLat At, double Size, Envelope Box);
}
