using CityMap.Geo.Layers;
using CityMap.Server.Api;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Live;

/// <summary>What a client of the feed asks for.</summary>
/// <param name="Filter">What it wants to hear.</param>
/// <param name="Position">Where it resumes; null to start from now.</param>
internal sealed record LiveRequest(FeedFilter Filter, FeedPosition? Position)
{
    /// <summary>Reads the parameters.</summary>
    /// <exception cref="ProblemException">One of them is unknown or wrong.</exception>
    public static LiveRequest Parse(HttpRequest request, DateTimeOffset now)
    {
        var values = LiveParameters.All.Read(request);
        var tests = LiveParameters.Tests(values, now);
        var districts = values.Get(IncidentParameters.Districts)?.ToHashSet(StringComparer.Ordinal);
        var filter = new FeedFilter(tests, values.Get(IncidentParameters.Box), districts, Audience.Everyone);

        // The header is newer than the address: a browser that reconnects keeps the address and sets the header.
        string? position = request.Headers["Last-Event-ID"];
        return new(filter, ReadPosition(string.IsNullOrEmpty(position) ? values.Get(LiveParameters.LastEventId) : position));
    }

    private static FeedPosition? ReadPosition(string? text) => text switch
    {
        null => null,
        _ when FeedPosition.TryParse(text, out var position) => position,
        _ => throw new ProblemException(
            "invalid_parameter", LiveParameters.LastEventId.Name, $"{Texts.Shown(text)} is not a position in the feed.", "{epoch}-{sequence}"),
    };
}
