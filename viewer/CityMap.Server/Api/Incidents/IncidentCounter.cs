using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Live;

namespace CityMap.Server.Api.Incidents;

/// <summary>Counts incidents by some of their fields: in memory what is of the present, as the list is read, else in the store.</summary>
internal sealed class IncidentCounter(IStore store, FreshLayers live, TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>By what to count.</summary>
    public static readonly QueryParameter<IReadOnlyList<string>> By = Parameter.AnyOf(
        "by", "Count by these, together.", ["state", "type", "severity", "district", "agency", "acknowledged", "exercise"]);

    /// <summary>The filter, and by what to count.</summary>
    public static readonly QueryParameters Parameters = IncidentParameters.Filter.And(By);

    /// <summary>Total, open, overdue, unacknowledged, and a row per combination that occurs: all true at one sequence.</summary>
    public async Task<IncidentCounts> CountAsync(QueryValues values, Audience audience, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var filter = IncidentFilter.From(values, now);
        var query = filter.Query(audience);
        var late = Overdue(query, filter.AsOf ?? now);
        var by = (values.Get(By) ?? []).Distinct(StringComparer.Ordinal).ToList();
        string[] fields = [.. by, "open", "acknowledged"];
        if (query.AsOf is null && await live.FindAsync(IncidentFilter.Layer, cancellationToken) is { } memory)
        {
            return Sum(by, memory.Sequence, memory.Snapshot.CountBy(query, fields), memory.Snapshot.CountBy(late, []));
        }

        for (var attempt = 1; ; attempt++)
        {
            var all = await store.Features.CountAsync(query, fields, cancellationToken);
            var overdue = await store.Features.CountAsync(late, [], cancellationToken);

            // Two reads: between them something may have been committed. Only when that goes on and on is the earlier sequence named.
            if (all.Sequence == overdue.Sequence || attempt == Attempts) return Sum(by, all.Sequence, all, overdue);
        }
    }

    private static FeatureQuery Overdue(FeatureQuery query, DateTimeOffset now) => query with
    {
        Where = [.. query.Where, new("open", Comparison.In, [true]), new("due_at", Comparison.LessThan, [now])],
    };

    private static IncidentCounts Sum(List<string> by, long sequence, FeatureCounts all, FeatureCounts late)
    {
        var rows = all.Rows
            .GroupBy(row => new CountKey([.. row.Values.Take(by.Count)]))
            .Select(group => new CountRow(by, group.Key.Values, group.Sum(row => row.Count)))
            .OrderByDescending(row => row.Count);
        return new(
            sequence,
            all.Rows.Sum(row => row.Count),
            all.Rows.Where(IsOpen).Sum(row => row.Count),
            late.Rows.Sum(row => row.Count),
            all.Rows.Where(row => IsOpen(row) && row.Values[^1] is not true).Sum(row => row.Count),
            by.Count == 0 ? [] : [.. rows]);
    }

    private static bool IsOpen(FeatureCount row) => row.Values[^2] is true;
}
