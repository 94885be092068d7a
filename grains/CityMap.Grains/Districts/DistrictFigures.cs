using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Geography;
using CityMap.Grains.Journal;

namespace CityMap.Grains.Districts;

/// <summary>What there is to do in each district, as of the head of the journal.</summary>
public sealed class DistrictFigures
{
    private readonly IJournal _journal;
    private readonly DistrictBook _book;
    private readonly JournalFollower _follower;
    private readonly CityGeography _geography;
    private readonly TimeProvider _time;

    internal DistrictFigures(IStore store, DistrictBook book, JournalFollower follower, CityGeography geography, TimeProvider time) =>
        (_journal, _book, _follower, _geography, _time) = (store.Journal, book, follower, geography, time);

    /// <summary>The figures of every known district, ordered by area id, all true at one sequence number.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<DistrictCounts>> AllAsync(CancellationToken cancellationToken)
    {
        await ReachHeadAsync(cancellationToken);
        var (counts, sequence) = _book.Counts(_time.GetUtcNow());
        return
        [
            .. _geography.Districts.Areas.Select(area => area.Id).Union(counts.Keys.Where(id => id.Length > 0))
                .Order(StringComparer.Ordinal)
                .Select(id => counts.GetValueOrDefault(id) ?? new DistrictCounts(id, sequence)),
        ];
    }

    /// <summary>The figures of one district; of nothing when it is not known.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    public async Task<DistrictCounts> OneAsync(string areaId, CancellationToken cancellationToken)
    {
        await ReachHeadAsync(cancellationToken);
        var (counts, sequence) = _book.Counts(_time.GetUtcNow());
        return counts.GetValueOrDefault(areaId) ?? new DistrictCounts(areaId, sequence);
    }

    private async Task ReachHeadAsync(CancellationToken cancellationToken) =>
        await _follower.ReachAsync(await _journal.HeadAsync(cancellationToken), cancellationToken);
}
