using CityMap.Geo.Journal;

namespace CityMap.Grains.Journal;

/// <summary>A batch of which is known, as far as the store can be asked, what became of each append.</summary>
/// <param name="Batch">What the store was given.</param>
/// <param name="Outcomes">One per append, in order; null for those that have a problem instead.</param>
/// <param name="Problems">One per append, in order; empty when every append has an outcome.</param>
internal sealed record StoredBatch(
    IReadOnlyList<PendingAppend> Batch, IReadOnlyList<AppendOutcome?> Outcomes, IReadOnlyList<Exception?> Problems);
