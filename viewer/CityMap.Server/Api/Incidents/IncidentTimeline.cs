using CityMap.Geo.Layers;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;
using CityMap.Server.Live;
using static CityMap.Server.Api.Incidents.IncidentParameters;

namespace CityMap.Server.Api.Incidents;

/// <summary>
/// Counts when incidents occurred. Only by what does not change with time (type, severity, district, words): what is open today says
/// nothing about how busy a day of the past was.
/// </summary>
internal sealed class IncidentTimeline(LiveLayers layers, TimeProvider time)
{
    private const int MostBars = 400;

    /// <summary>Where the stretch begins.</summary>
    public static readonly QueryParameter<DateTimeOffset?> From = Parameter.Instant("from", "Where the first bar begins.") with { Required = true };

    /// <summary>Where the stretch ends.</summary>
    public static readonly QueryParameter<DateTimeOffset?> Until = Parameter.Instant("to", "Where the last bar ends.") with { Required = true };

    /// <summary>How many bars.</summary>
    public static readonly QueryParameter<int?> Bars = Parameter.Whole("bars", "How many bars of equal width; 60 when absent.", 1, MostBars, 60);

    /// <summary>The stretch, the bars, and which incidents.</summary>
    public static readonly QueryParameters Parameters = new(From, Until, Bars, Box, Types, Severities, IncidentParameters.Districts, Exercise, Text);

    /// <summary>One figure per bar, true at one sequence.</summary>
    /// <exception cref="ProblemException">The stretch is missing or runs backwards.</exception>
    public async Task<TimelineView> CountAsync(QueryValues values, Audience audience, CancellationToken cancellationToken)
    {
        var from = values.Get(From) ?? throw Missing(From.Name);
        var until = values.Get(Until) ?? throw Missing(Until.Name);
        var bars = values.Get(Bars) ?? 60;
        if (until - from < TimeSpan.FromSeconds(bars))
            throw new ProblemException("invalid_parameter", Until.Name, "The stretch ends before it has a second for each bar.", "an instant after from");

        // While the node starts, the layer is still being read into memory.
        await layers.Loaded.WaitAsync(cancellationToken);
        var query = IncidentFilter.From(values, time.GetUtcNow()).Query(audience);
        var width = (until - from) / bars;
        var snapshot = layers.Find(IncidentFilter.Layer)!;
        return new(snapshot.Sequence, from.UtcDateTime, until.UtcDateTime, snapshot.CountOver(query, "occurred_at", from, width, bars));
    }

    private static ProblemException Missing(string name) =>
        new("invalid_parameter", name, $"The parameter {name} is missing.", "an instant with its zone, such as 2026-11-23T14:05:00+07:00");
}

/// <summary>When incidents occurred.</summary>
/// <param name="Sequence">The journal sequence number the figures are true at.</param>
/// <param name="From">Where the first bar begins.</param>
/// <param name="To">Where the last bar ends.</param>
/// <param name="Bars">How many occurred in each; a bar holds its beginning, not its end.</param>
internal sealed record TimelineView(long Sequence, DateTime From, DateTime To, IReadOnlyList<long> Bars);
