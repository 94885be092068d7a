namespace CityMap.Server.Api.Incidents;

/// <summary>One page of incidents.</summary>
/// <param name="NumberMatched">Exactly how many the whole query matches.</param>
/// <param name="NumberReturned">How many are here.</param>
/// <param name="Sequence">The journal sequence number this is true at: the feed continues from it.</param>
/// <param name="Next">Give it as <c>after</c> for the next page; null when this is the last.</param>
/// <param name="Items">The incidents, in the order asked for.</param>
internal sealed record IncidentPage(
    long NumberMatched, int NumberReturned, long Sequence, string? Next, IReadOnlyList<IncidentView> Items);
