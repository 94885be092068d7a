using CityMap.Geo.Layers;
using CityMap.Grains.Districts.Trends;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Api.Districts;

/// <summary>How the open incidents of districts came and went, up to now or to a moment of the past.</summary>
internal sealed class TrendReader(DistrictReader districts, DistrictTrends trends, TimeProvider time)
{
    private static readonly QueryParameter<string> _range =
        Parameter.OneOf("range", "How far back: 24 hours by the hour, 7 days by the quarter of a day, 90 days by the day; 24h when absent.", [.. TrendSpan.All.Select(span => span.Name)]);

    private static readonly QueryParameter<IReadOnlyList<string>> _ids =
        Parameter.Words("districts", "Only these districts (ids, from /api/districts); all that are in force when absent.", "05977@2025");

    /// <summary>The range, the districts, the moment.</summary>
    public static readonly QueryParameters Parameters = new(_range, _ids, IncidentParameters.AsOf);

    /// <summary>Reads a trend.</summary>
    /// <exception cref="Problems.ProblemException">A district is unknown.</exception>
    public async Task<TrendPage> ReadAsync(QueryValues values, Audience audience, CancellationToken cancellationToken)
    {
        var span = TrendSpan.All.First(one => one.Name == (values.Get(_range) ?? TrendSpan.All[0].Name));
        var moment = values.Get(IncidentParameters.AsOf) ?? time.GetUtcNow();
        var asked = values.Get(_ids) is { } ids
            ? ids.Distinct(StringComparer.Ordinal).Select(id => districts.Find(id, audience).Id)
            : districts.InForce(moment, audience).Select(area => area.Id);
        var moments = span.Moments(moment);
        var (found, sequence) = await trends.OverAsync([.. asked], moments, cancellationToken);
        return new(
            sequence,
            span.Name,
            [.. moments.Select(at => at.UtcDateTime)],
            [.. found.Select(trend => new TrendView(trend.AreaId, trend.Open, trend.Opened, trend.Closed))]);
    }
}

/// <summary>The trends of some districts, true at one sequence.</summary>
/// <param name="Sequence">The journal sequence number the figures are true at.</param>
/// <param name="Range">How far back it looks.</param>
/// <param name="Times">The moments between the steps; the last is the moment asked about, in the middle of its step.</param>
/// <param name="Items">A trend per district.</param>
internal sealed record TrendPage(long Sequence, string Range, IReadOnlyList<DateTime> Times, IReadOnlyList<TrendView> Items);

/// <summary>How the open incidents of a district came and went.</summary>
/// <param name="Id">The district.</param>
/// <param name="Open">How many were open at each of the times.</param>
/// <param name="Opened">How many became open between each time and the next: reported, reopened or moved here.</param>
/// <param name="Closed">How many ceased to be: closed, rejected or moved away.</param>
internal sealed record TrendView(string Id, IReadOnlyList<long> Open, IReadOnlyList<long> Opened, IReadOnlyList<long> Closed);
