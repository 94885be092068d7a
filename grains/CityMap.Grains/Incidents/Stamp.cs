namespace CityMap.Grains.Incidents;

/// <summary>Where and when an event stands in the journal.</summary>
/// <param name="Sequence">Its sequence number; 0 while it is not known yet.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="OccurredAt">When it happened, UTC.</param>
/// <param name="RecordedAt">When it was written down, UTC.</param>
internal readonly record struct Stamp(long Sequence, long Version, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt);
