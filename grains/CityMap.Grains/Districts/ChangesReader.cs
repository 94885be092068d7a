using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Incidents;

namespace CityMap.Grains.Districts;

/// <summary>Finds out from the map, now and then, what changed in a district.</summary>
internal static class ChangesReader
{
    private const int Most = 200;

    public static async Task<DistrictChanges> ReadAsync(
        IFeatureStore features, string areaId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var here = new FeatureQuery(IncidentLayer.Id) { Where = [Is("district", areaId), Is("exercise", false)] };
        var touched = await features.QueryAsync(With(here, Since("updated_at", since)) with { OrderBy = "updated_at", Descending = true, Limit = Most }, cancellationToken);
        var open = With(here, Is("open", true));
        return new DistrictChanges(areaId, since, touched.Sequence)
        {
            OpenThen = await TotalAsync(features, open with { AsOf = since }, cancellationToken),
            OpenNow = await TotalAsync(features, open, cancellationToken),
            Reported = await TotalAsync(features, With(here, Since("occurred_at", since)), cancellationToken),
            Resolved = await TotalAsync(features, With(here, Since("closed_at", since)), cancellationToken),
            Touched = touched.NumberMatched,
            Items = await Task.WhenAll(touched.Features.Select(feature => ItemAsync(features, feature, since, cancellationToken))),
        };
    }

    private static async Task<ChangedIncident> ItemAsync(
        IFeatureStore features, Feature feature, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // What happened since needs no look into the past.
        var then = (DateTimeOffset)feature["occurred_at"]! >= since ? null : await features.FindAsync(IncidentLayer.Id, feature.Id, since, cancellationToken);
        return new ChangedIncident(
            Guid.Parse(feature.Id),
            (string)feature["title"]!,
            (string)feature["type"]!,
            (int)(long)feature["severity"]!,
            (string)feature["state"]!,
            then?["state"] as string,
            (DateTimeOffset)feature["updated_at"]!);
    }

    private static async Task<long> TotalAsync(IFeatureStore features, FeatureQuery query, CancellationToken cancellationToken) =>
        (await features.CountAsync(query, [], cancellationToken)).Rows.Sum(row => row.Count);

    private static FeatureQuery With(FeatureQuery query, FieldTest test) => query with { Where = [.. query.Where, test] };

    private static FieldTest Is(string field, object value) => new(field, Comparison.In, [value]);

    private static FieldTest Since(string field, DateTimeOffset since) => new(field, Comparison.AtLeast, [since]);
}
