using CityMap.Geo.Journal;

namespace CityMap.Grains.Journal;

/// <summary>A batch the store has answered, or failed at.</summary>
/// <param name="Batch">What it was given.</param>
/// <param name="Outcomes">One per append, in order; empty when it failed.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
internal sealed record StoredBatch(IReadOnlyList<PendingAppend> Batch, IReadOnlyList<AppendOutcome> Outcomes, Exception? Problem);
