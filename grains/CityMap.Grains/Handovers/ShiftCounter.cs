using CityMap.Geo.Layers;
using CityMap.Grains.Incidents;

namespace CityMap.Grains.Handovers;

/// <summary>Counts what there is to do, for a hand-over. Drills are left out.</summary>
internal static class ShiftCounter
{
    private const int Attempts = 3;
    private static readonly FeatureQuery _real = new(IncidentLayer.Id) { Where = [Is("exercise", false)] };
    private static readonly FeatureQuery _open = With(_real, Is("open", true));

    /// <summary>The figures, all true at one sequence number unless changes pour in faster than they can be counted; then at the first reading's.</summary>
    /// <param name="features">Where incidents are.</param>
    /// <param name="since">When the watch began; null when nobody knows.</param>
    /// <param name="now">What deadlines are compared with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ShiftFigures> CountAsync(
        IFeatureStore features, DateTimeOffset? since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var open = await features.CountAsync(_open, ["severity", "acknowledged"], cancellationToken);
            var late = await features.CountAsync(With(_open, new("due_at", Comparison.LessThan, [now])), [], cancellationToken);
            var recorded = since is null ? null : await features.CountAsync(With(_real, From("recorded_at", since.Value)), [], cancellationToken);
            var resolved = since is null ? null : await features.CountAsync(With(_real, From("closed_at", since.Value)), [], cancellationToken);
            var same = late.Sequence == open.Sequence && (recorded ?? open).Sequence == open.Sequence && (resolved ?? open).Sequence == open.Sequence;
            if (!same && attempt < Attempts) continue;
            return new ShiftFigures(open.Sequence, Total(open), Total(late), open.Rows.Where(row => row.Values[1] is not true).Sum(row => row.Count), BySeverity(open))
            {
                Since = since,
                Recorded = recorded is null ? null : Total(recorded),
                Resolved = resolved is null ? null : Total(resolved),
            };
        }
    }

    private static Dictionary<string, long> BySeverity(FeatureCounts open) => Enumerable.Range(1, 5).ToDictionary(
        severity => severity.ToString(System.Globalization.CultureInfo.InvariantCulture),
        severity => open.Rows.Where(row => row.Values[0] is long value && value == severity).Sum(row => row.Count));

    private static long Total(FeatureCounts counts) => counts.Rows.Sum(row => row.Count);

    private static FeatureQuery With(FeatureQuery query, FieldTest test) => query with { Where = [.. query.Where, test] };

    private static FieldTest Is(string field, object value) => new(field, Comparison.In, [value]);

    private static FieldTest From(string field, DateTimeOffset moment) => new(field, Comparison.AtLeast, [moment]);
}
