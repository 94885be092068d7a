using CityMap.Geo.Layers;

namespace CityMap.Server.Imports;

/// <summary>One layer of the file and the layer of the map it goes to.</summary>
/// <param name="Scan">What was learned of it.</param>
/// <param name="Existing">The map's layer as it is; null when there is none of that id.</param>
/// <param name="Layer">The map's layer as the import wants it.</param>
internal sealed record ImportTarget(LayerScan Scan, LayerInfo? Existing, LayerInfo Layer)
{
    /// <summary>The group of the catalogue that layers of the city's own come into.</summary>
    public const string Group = "imported";

    /// <summary>Their place in map order.</summary>
    public const int Order = 45;

    /// <summary>Finds the targets of a file.</summary>
    /// <param name="scan">What the file holds.</param>
    /// <param name="prefix">The word before the names of its layers, or the whole name when it holds one.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="layers">The layers of the map.</param>
    public static IReadOnlyList<ImportTarget> Of(ImportScan scan, string? prefix, ImportOptions options, IReadOnlyList<LayerInfo> layers)
    {
        var found = scan.Layers.ToList();
        var ids = LayerNames.For([.. found.Select(layer => layer.Name)], prefix, options.FileName);
        return [.. found.Zip(ids, (layer, id) =>
        {
            var existing = layers.FirstOrDefault(l => l.Id == id);
            return new ImportTarget(layer, existing, Wanted(layer, id, existing, options, several: found.Count > 1));
        })];
    }

    /// <summary>
    /// Finds out which numbers are free for the rows without an id that are added to a layer that is there: those after the greatest that the layer or
    /// the file has. Elsewhere they are numbered from 1.
    /// </summary>
    public async Task NumberAsync(IFeatureStore features, ImportMode mode, CancellationToken cancellationToken)
    {
        if (mode != ImportMode.Append || Existing is null || !Scan.HasNumbered) return;
        Scan.NumberedAfter = Math.Max(await features.GreatestNumberAsync(Existing.Id, cancellationToken), Scan.GreatestNumber);
    }

    /// <summary>The target for people.</summary>
    public ImportedLayer Describe() => new(
        Layer.Id, Scan.Name, Existing is not null, Scan.Good, Scan.Plan.Geometry.ToString(),
        [.. Scan.Plan.Fields.Select(f => new ImportField(f.Field.Name, f.Source, f.Field.Type.ToString()))], Scan.Extent,
        Scan.HasNumbered ? Scan.NumberedAfter + 1 : null);

    private static LayerInfo Wanted(LayerScan scan, string id, LayerInfo? existing, ImportOptions options, bool several)
    {
        var fields = scan.Plan.Fields.Select(f => f.Field).ToList();
        if (existing is null || options.Mode != ImportMode.Replace)
        {
            var known = existing?.Fields ?? [];
            fields = [.. known, .. fields.Where(f => known.All(k => k.Name != f.Name))];
        }

        return new(id, Title(scan, id, existing, options, several), existing?.Geometry ?? scan.Plan.Geometry, fields)
        {
            Group = existing?.Group ?? ImportTarget.Group,
            Order = existing?.Order ?? ImportTarget.Order,
            MinZoom = existing?.MinZoom ?? 0,
            MaxZoom = existing?.MaxZoom ?? 16,
            Owner = existing?.Owner,
            Source = options.FileName ?? existing?.Source,
            Cadence = existing?.Cadence,
        };
    }

    private static LocalText Title(LayerScan scan, string id, LayerInfo? existing, ImportOptions options, bool several)
    {
        if (options.Title is { } stated) return several ? Both($"{stated}: {scan.Name ?? id}") : Both(stated);
        return existing?.Title ?? Both(several ? scan.Name ?? id : id);
    }

    private static LocalText Both(string text) => new(text, text);
}
