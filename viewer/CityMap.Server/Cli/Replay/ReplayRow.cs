namespace CityMap.Server.Cli.Replay;

/// <summary>What a row says about its incident.</summary>
internal enum ReplayKind
{
    /// <summary>It is there: reported when first heard of, changed when known.</summary>
    Listed,

    /// <summary>The source no longer lists it.</summary>
    Gone,
}

/// <summary>One row of a replayed file, understood.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="At">When it happened or was seen, UTC.</param>
/// <param name="Started">When the incident itself began, UTC; null when the file does not say.</param>
/// <param name="Key">What tells rows of the same incident; null when every row is an incident of its own.</param>
/// <param name="Kind">What the row says.</param>
/// <param name="Lon">Longitude in degrees, as read; null when the row has none.</param>
/// <param name="Lat">Latitude in degrees, as read; null when the row has none.</param>
/// <param name="Type">A type code.</param>
/// <param name="Severity">1 to 5.</param>
/// <param name="Title">At most 200 characters.</param>
/// <param name="Description">At most 4,000 characters, or null.</param>
/// <param name="Agency">Who works on it, or null.</param>
/// <param name="Watched">The watched figures by name.</param>
internal sealed record ReplayRow(
    long Line,
    DateTimeOffset At,
    DateTimeOffset? Started,
    string? Key,
    ReplayKind Kind,
    double? Lon,
    double? Lat,
    string Type,
    int Severity,
    string Title,
    string? Description,
    string? Agency,
    IReadOnlyDictionary<string, string> Watched);
