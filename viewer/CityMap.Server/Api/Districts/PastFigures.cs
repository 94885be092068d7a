using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts.Districts;

namespace CityMap.Server.Api.Districts;

/// <summary>The figures of every district as of a moment, counted from the layers as they were. Drills are left out.</summary>
internal sealed class PastFigures(IStore store)
{
    /// <summary>Counts.</summary>
    public async Task<IReadOnlyList<DistrictCounts>> CountAsync(DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var query = new FeatureQuery("incidents") { AsOf = asOf, Where = [Is("exercise", false)] };
        var all = await store.Features.CountAsync(query, ["district", "state", "type", "severity", "open", "acknowledged"], cancellationToken);
        var late = await store.Features.CountAsync(
            query with { Where = [.. query.Where, Is("open", true), new("due_at", Comparison.LessThan, [asOf])] }, ["district"], cancellationToken);
        var trouble = await store.Features.CountAsync(
            new FeatureQuery("facilities") { AsOf = asOf, Where = [Is("in_trouble", true)] }, ["district"], cancellationToken);
        var overdue = ByDistrict(late);
        var troubled = ByDistrict(trouble);
        var groups = all.Rows.Where(row => row.Values[0] is string).ToLookup(row => (string)row.Values[0]!, StringComparer.Ordinal);
        var ids = groups.Select(group => group.Key).Union(overdue.Keys).Union(troubled.Keys);
        return [.. ids.Select(id => Sum(id, all.Sequence, [.. groups[id]]) with
        {
            Overdue = overdue.GetValueOrDefault(id),
            FacilitiesInTrouble = troubled.GetValueOrDefault(id),
        })];
    }

    private static DistrictCounts Sum(string id, long sequence, IReadOnlyList<FeatureCount> rows)
    {
        var open = rows.Where(row => row.Values[4] is true).ToList();
        return new(id, sequence)
        {
            Open = open.Sum(row => row.Count),
            Unacknowledged = open.Where(row => row.Values[5] is not true).Sum(row => row.Count),
            ByState = By(rows, row => (string)row.Values[1]!),
            ByType = By(open, row => (string)row.Values[2]!),
            BySeverity = By(open, row => (int)(long)row.Values[3]!),
        };
    }

    private static Dictionary<TKey, long> By<TKey>(IEnumerable<FeatureCount> rows, Func<FeatureCount, TKey> key)
        where TKey : notnull => rows.GroupBy(key).ToDictionary(group => group.Key, group => group.Sum(row => row.Count));

    private static Dictionary<string, long> ByDistrict(FeatureCounts counts) => counts.Rows
        .Where(row => row.Values[0] is string)
        .ToDictionary(row => (string)row.Values[0]!, row => row.Count, StringComparer.Ordinal);

    private static FieldTest Is(string field, bool value) => new(field, Comparison.In, [value]);
}
