namespace CityMap.Geo.Searching;

/// <summary>Something that was found.</summary>
/// <param name="Entry">What.</param>
/// <param name="Score">How good a match, the higher the better; comparable within one answer.</param>
/// <param name="Metres">From the middle of the view; null without a view or a place.</param>
public sealed record SearchHit(SearchEntry Entry, int Score, double? Metres);

/// <summary>What was found of one kind, best first.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Matched">How many there are, shown or not.</param>
/// <param name="Hits">The best of them.</param>
public sealed record SearchGroup(SearchKind Kind, int Matched, IReadOnlyList<SearchHit> Hits);
